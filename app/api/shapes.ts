import { z } from 'zod'
import { locales } from '../language/locales.ts'

/**
 * The words that the API's shapes are made of. What comes in is strict: an unknown field is a mistake to be told. Each has an example, from
 * which those of the document and the reference page are put together.
 */

export const locale = z.enum(locales)
export const languages = z
  .array(locale)
  .min(1)
  .meta({ examples: [['ja', 'en']] })
export const translated = z
  .partialRecord(locale, z.string())
  .describe('A text in some of the languages')
  .meta({ examples: [{ ja: '相互支援', en: 'Mutual support' }] })
export const content = z
  .object({ original: locale, text: translated })
  .describe('A text with the language it was first written in')
  .meta({ examples: [{ original: 'ja', text: { ja: '相互支援', en: 'Mutual support' } }] })
export const id = z.uuid().meta({ examples: ['01939b1e-6c00-7000-8000-0123456789ab'] })
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in lower-case hexadecimal')
  .meta({ examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] })
export const reference = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  .describe('Short public reference')
  .meta({ examples: ['7K3F-9QX2'] })
export const date = z.iso.date().meta({ examples: ['2022-03-22'] })
export const instant = z.iso.datetime().meta({ examples: ['2022-03-22T08:00:00.000Z'] })
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ examples: ['life-science-nord'] })
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2')
  .meta({ examples: ['DE'] })
export const timeZone = z
  .string()
  .describe('IANA name')
  .meta({ examples: ['Europe/Berlin'] })

const named = { de: 'Life Science Nord', ja: 'Life Science Nord' }
export const nameByLanguage = translated.meta({ examples: [named] })
export const nameContent = content.meta({ examples: [{ original: 'de', text: named }] })

/** A text that somebody wrote, 1 to `most` characters, without space around it. */
export const text = (most: number, example = 'Mutual support') =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .meta({ examples: [example] })

/** A text entered in one or several languages. */
export const textIn = (most: number, examples = { ja: '相互支援', en: 'Mutual support' }) =>
  z
    .partialRecord(locale, text(most))
    .describe('A text by language')
    .meta({ examples: [examples] })

/** RFC 9457, with a stable `code` for programs. */
export const problem = z.object({
  type: z.string(),
  title: z.string().describe('A sentence in the language of Accept-Language'),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional().describe('Number of this request, as in X-Request-Id'),
  code: z.string().describe('Why it was refused; stable, in kebab case'),
  errors: z
    .array(z.object({ pointer: z.string().describe('JSON Pointer (RFC 6901)'), detail: z.string() }))
    .optional()
    .describe('Which parts of the request were not understood'),
})

/** A file laid down as evidence. */
export const paper = z.strictObject({
  name: text(120, 'review.pdf'),
  bytes: z
    .base64()
    .describe('PDF, PNG or JPEG in base64')
    .meta({ examples: ['JVBERi0xLjc='] }),
})
