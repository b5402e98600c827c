import { z } from 'zod'
import { type Locale, locales } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { Entries } from '../web/forms.ts'

/** The row of the log that the mover had before them. */
const saw = z.coerce.number('invalid').int('invalid').min(0, 'invalid')

export const moveForm = z.looseObject({ saw })
export const stageForm = z.object({ saw, stageId: z.uuid('invalid') })
export const confirmedForm = z.looseObject({ saw, confirmed: z.literal('yes', 'confirmFirst') })

export const freeForm = z.looseObject({})

const back = z.enum(['cues', 'questions', 'interpreter']).catch('questions')

export const moderationForm = z.object({
  state: z.enum(['queued', 'held', 'declined', 'merged', 'live'], 'invalid'),
  into: z.uuid('invalid').optional(),
  reason: z.string().trim().max(500, 'tooLong').optional(),
  back,
})
export const answerForm = z.looseObject({ answeredBy: z.string().trim().max(200, 'tooLong').default(''), back })
export const translationForm = z.looseObject({ back })

export const askForm = z.object({
  text: z.string('required').trim().min(1, 'required').max(1000, 'tooLong'),
  language: z.enum(locales, 'invalid'),
  named: z.string().optional(),
  /** A draft of one's own to go on with. */
  questionId: z.uuid('invalid').optional(),
  act: z.enum(['draft', 'handIn']).catch('handIn'),
})

/** `reason.ja`, `reason.en`: one text in the languages it was given in; the first given counts as the original. */
export function contentFrom(entries: Entries, name: string, languages: readonly Locale[]): Content {
  const text: Translated = {}
  for (const language of languages) {
    const given = entries[`${name}.${language}`]?.trim().slice(0, 2000)
    if (given) text[language] = given
  }
  const [original = languages[0] ?? 'en'] = languages.filter((language) => text[language])
  return { original, text }
}
