import { z } from 'zod'
import { isCalendarDate } from '../language/dates.ts'
import { followUpAnswers, outcomeKinds } from './tables.ts'

const day = z.string().refine(isCalendarDate, 'date')
const text = (most: number) => z.string().trim().max(most, 'tooLong')

export const followUpForm = z.object({
  answer: z.enum(followUpAnswers, 'choose'),
  outcome: z.union([z.literal(''), z.enum(outcomeKinds, 'choose')]).optional(),
  metOn: z.union([z.literal(''), day]).optional(),
  words: text(4000).optional(),
})

export const outcomeForm = z.object({
  kind: z.enum(outcomeKinds, 'choose'),
  happenedOn: day,
  note: text(4000).min(1, 'required'),
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'url' }).max(2000, 'tooLong')]).optional(),
})

export const meetingForm = z.object({ heldOn: day, met: text(2000).optional() })

export const judgementForm = z.object({
  answer: z.enum(['confirmed', 'questioned'], 'choose'),
  reason: text(2000).optional(),
})
