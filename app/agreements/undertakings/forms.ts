import { z } from 'zod'
import { isCalendarDate } from '../../language/dates.ts'
import { cadences, evidenceKinds } from './tables.ts'

const id = z.uuid('choose')
const date = z.string().refine(isCalendarDate, 'date')
const maybe = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal(''), schema]).optional()
const text = (most: number) => z.string().trim().max(most, 'tooLong')

export const newUndertakingForm = z.object({
  organisation: id,
  title: text(300).min(1, 'required'),
  clause: maybe(id),
  person: maybe(id),
  cadence: z.enum(cadences, 'choose'),
  firstDue: maybe(date),
  evidence: z.enum(evidenceKinds, 'choose'),
})

/** `javascript:` and its like are no addresses of evidence. */
const webAddress = z.url({ protocol: /^https?$/, error: 'url' }).max(2000, 'tooLong')

export const evidenceForm = z.object({
  dueOn: maybe(date),
  note: text(8000).min(1, 'required'),
  link: maybe(webAddress),
  event: text(200).optional(),
  referral: text(40).optional(),
})

export const judgementForm = z.object({
  organisation: id,
  answer: z.enum(['confirmed', 'questioned'], 'choose'),
  reason: text(2000).optional(),
})

export const assignmentForm = z.object({ person: maybe(id) })
