import { z } from 'zod'
import type { Locale } from '../language/locales.ts'
import { isCalendarDate } from '../language/dates.ts'
import type { Entries } from '../web/forms.ts'
import { templateNames } from './templates/reading.ts'
import type { Wording } from './revising.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'invalid')
const id = z.uuid('choose')
const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(1, 'required')
    .transform((text) => Number(text.normalize('NFKC')))
    .pipe(z.int('number').min(least, 'number').max(most, 'number'))
const line = z.string().trim().min(1, 'required').max(500, 'tooLong')
const optionalLine = z.string().trim().max(500, 'tooLong').optional()

/** Forms of this room. Texts say by key of `errors.fields` what is wrong with them. */
export const consentForm = z.object({
  documentSha256: sha256,
  code: z.string().trim().min(1, 'required').max(40, 'tooLong'),
  /** The answer of the signatory's passkey, as JSON; absent where they have none or the browser runs no scripts. */
  response: z.string().max(20_000).optional(),
})

export const signatureForm = z.object({ documentSha256: sha256 })

export const approvalForm = z.object({ organisationId: id, textHash: sha256 })

export const partyForm = z.object({ organisationId: id })

export const publicationForm = z.object({ withText: z.literal('yes').optional() })

export const moveForm = z.object({ direction: z.enum(['up', 'down']) })

export const answerForm = z.object({
  organisationId: id,
  answer: z.enum(['accepted', 'declined'], 'choose'),
  reason: z.string().trim().max(2000, 'tooLong').optional(),
})

export const proposalForm = z.object({
  organisationId: id,
  reason: z.string().trim().min(1, 'required').max(2000, 'tooLong'),
})

const orders = { displayOrder: whole(1, 99), signingOrder: whole(1, 99) }

export const signatoryForm = (languages: readonly Locale[]) =>
  z.object({
    personId: id,
    ...inLanguages('office', languages),
    ground: z.enum(['office', 'board-decision', 'delegation'], 'choose'),
    groundReference: line,
    groundDate: z
      .string()
      .trim()
      .refine((text) => text === '' || isCalendarDate(text), 'date')
      .optional(),
    groundLimits: optionalLine,
    ...orders,
  })

export const draftForm = (languages: readonly Locale[]) =>
  z.object({
    template: z.enum(templateNames),
    ...inLanguages('title', languages),
    ...inLanguages('field', languages),
    ...inLanguages('purpose', languages, 2000),
    leadOrganisationId: id,
    termMonths: whole(1, 600),
    noticeMonths: whole(0, 120),
    secrecyMonths: whole(0, 600),
  })

function inLanguages(name: string, languages: readonly Locale[], longest = 500) {
  const field = z.string().trim().min(1, 'required').max(longest, 'tooLong')
  return Object.fromEntries(languages.map((language) => [`${name}.${language}`, field]))
}

/** `office.ja`, `office.en` of a form as one text. */
export const translatedEntries = (
  entries: Entries,
  name: string,
  languages: readonly Locale[],
): Partial<Record<Locale, string>> =>
  Object.fromEntries(languages.map((language) => [language, (entries[`${name}.${language}`] ?? '').trim()]))

const LONGEST_HEADING = 300
const LONGEST_BODY = 50_000

export type ReadWordings = {
  wordings: Wording[]
  basedOn: Partial<Record<Locale, number>>
  /** Field → key of `errors.fields`. */
  errors: Record<string, 'required' | 'tooLong'>
}

/**
 * The wordings of a clause form. A language that was never written may stay empty; one that was cannot be emptied, and a
 * heading does not go without its text.
 */
export function readWordings(entries: Entries, languages: readonly Locale[]): ReadWordings {
  const read: ReadWordings = { wordings: [], basedOn: {}, errors: {} }
  for (const language of languages) {
    const heading = (entries[`heading.${language}`] ?? '').trim()
    const body = (entries[`body.${language}`] ?? '').trim()
    const basedOn = Number(entries[`basedOn.${language}`] ?? 0)
    read.basedOn[language] = Number.isSafeInteger(basedOn) ? basedOn : 0
    if (heading === '' && body === '' && basedOn === 0) continue
    if (heading === '') read.errors[`heading.${language}`] = 'required'
    else if (heading.length > LONGEST_HEADING) read.errors[`heading.${language}`] = 'tooLong'
    if (body === '') read.errors[`body.${language}`] = 'required'
    else if (body.length > LONGEST_BODY) read.errors[`body.${language}`] = 'tooLong'
    read.wordings.push({ language, heading, body })
  }
  const first = languages[0]
  if (read.wordings.length === 0 && first) read.errors[`heading.${first}`] = 'required'
  return read
}
