import { z } from 'zod'
import { isCalendarDate } from '../../language/dates.ts'
import { contactKinds } from './tables.ts'

const text = (most: number) => z.string().trim().max(most, 'tooLong')
const date = z.string().refine(isCalendarDate, 'date')

/** One contact as the short form sends it; a next step has both its words and its day, or neither. */
export const contactForm = z
  .object({
    kind: z.enum(contactKinds, 'choose'),
    heldOn: date,
    counterpart: text(200).min(1, 'required'),
    people: text(400).optional(),
    agreed: text(8000).min(1, 'required'),
    agreement: z.union([z.literal(''), z.uuid('choose')]).optional(),
    next: text(400).optional(),
    dueOn: z.union([z.literal(''), date]).optional(),
    draft: z.union([z.literal(''), z.uuid('choose')]).optional(),
  })
  .refine(({ next, dueOn }) => !next || dueOn, { path: ['dueOn'], message: 'required' })
  .refine(({ next, dueOn }) => !dueOn || next, { path: ['next'], message: 'required' })
