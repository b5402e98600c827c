import { z } from 'zod'
import { nameFields } from '../../accounts/nameEntry.ts'
import { normalisePhone } from '../../language/phones.ts'
import { isZone } from '../../language/times.ts'
import type { Entries } from '../../web/forms.ts'
import type { FormField } from '../tables.ts'

const yes = z.literal('yes').optional()

/** What everybody enters; questions of a category come on top, see `readAnswers`. */
const person = {
  ...nameFields,
  affiliation: z.string().trim().max(200, 'tooLong').optional(),
  organisationId: z.union([z.uuid('choose'), z.literal('')]).optional(),
  timeZone: z.string().refine(isZone, 'choose'),
}

export const registrationForm = z.object({
  ...person,
  address: z.string().trim().max(254, 'tooLong').pipe(z.email('email')),
  submission: z.string().max(100).optional(),
  participation: yes,
  'follow-up': yes,
})

export const changeForm = z.object(person)

export const answerName = (field: Pick<FormField, 'key'>): string => `answer.${field.key}`

/** Longest answer, in characters, by kind of question. */
const LONGEST = { text: 300, 'long-text': 3000, choice: 100, 'yes-no': 3, telephone: 60 } as const

export type ReadAnswers = {
  answers: Record<string, string>
  /** Field → key of `errors.fields`. */
  errors: Record<string, 'required' | 'tooLong' | 'choose' | 'invalid'>
}

/** The answers to a category's questions; empty ones are left out. */
export function readAnswers(entries: Entries, fields: readonly FormField[]): ReadAnswers {
  const read: ReadAnswers = { answers: {}, errors: {} }
  for (const field of fields) {
    const name = answerName(field)
    const answer = (entries[name] ?? '').trim()
    const flaw = flawOf(field, answer)
    if (flaw) read.errors[name] = flaw
    else if (answer !== '') read.answers[field.key] = answer
  }
  return read
}

function flawOf(field: FormField, answer: string): ReadAnswers['errors'][string] | null {
  if (answer === '') return field.required ? 'required' : null
  if (answer.length > LONGEST[field.kind]) return 'tooLong'
  if (field.kind === 'choice') return field.choices?.some(({ key }) => key === answer) ? null : 'choose'
  if (field.kind === 'yes-no') return answer === 'yes' || answer === 'no' ? null : 'choose'
  return field.kind === 'telephone' && 'refused' in normalisePhone(answer) ? 'invalid' : null
}
