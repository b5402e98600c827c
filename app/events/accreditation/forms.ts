import { z } from 'zod'
import { nameFields } from '../../accounts/nameEntry.ts'
import { type Locale, locales } from '../../language/locales.ts'
import { normalisePhone } from '../../language/phones.ts'
import { isZone } from '../../language/times.ts'
import { pressRoles, wants } from './tables.ts'

const optional = (most: number) => z.string().trim().max(most, 'tooLong').default('')
/** A box sends `yes` when it is ticked, and nothing when not. */
const yes = z.string().optional()

/** Several of the languages, as a form sends them: one a line (`readForm` joins what came more than once). */
const languageList = z
  .string()
  .default('')
  .transform((text) => locales.filter((locale) => text.split('\n').includes(locale)))

const address = z.string().trim().toLowerCase().max(254, 'tooLong').pipe(z.email('email'))

export const applicationForm = z.object({
  ...nameFields,
  given: z.string().trim().min(1, 'required').max(100, 'tooLong'),
  outlet: z.string().trim().min(1, 'required').max(200, 'tooLong'),
  role: z.enum(pressRoles, 'choose'),
  crew: z.coerce.number('number').int('number').min(1, 'number').max(20, 'number').default(1),
  pressClub: optional(200),
  address,
  mobile: z
    .string()
    .trim()
    .min(1, 'required')
    .refine((text) => !('refused' in normalisePhone(text)), 'mobile'),
  asks: yes,
  question: optional(1000),
  languages: languageList,
  correspondence: z.enum(locales, 'choose'),
  zone: z.string().refine(isZone, 'choose'),
  rulesVersion: z.coerce.number().int().optional(),
  rulesLocale: z.enum(locales).optional(),
  rules: yes,
})

export type ApplicationEntry = z.output<typeof applicationForm>

/** By a standing accreditation: who one is and for whom one works is known. */
export const standingForm = applicationForm.omit({
  family: true,
  given: true,
  order: true,
  latinFamily: true,
  latinGiven: true,
  kanaFamily: true,
  kanaGiven: true,
  outlet: true,
  role: true,
  address: true,
})

export const standingLinkForm = z.object({ address })

export const declineReasons = ['no-outlet', 'no-proof', 'outlet-full', 'no-room', 'twice', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const decisionForm = z
  .object({
    decision: z.enum(['approve', 'decline', 'undo'], 'choose'),
    reason: z.enum(declineReasons).optional(),
    note: optional(1000),
  })
  .refine(({ decision, reason }) => decision !== 'decline' || reason, { path: ['reason'], message: 'choose' })

export const decisionsForm = z
  .object({
    chosen: z
      .string('required')
      .transform((text) => text.split('\n'))
      .pipe(z.array(z.uuid()).min(1).max(500)),
    decision: z.enum(['approve', 'decline'], 'choose'),
    reason: z.enum(declineReasons).optional(),
    note: optional(1000),
  })
  .refine(({ decision, reason }) => decision !== 'decline' || reason, { path: ['reason'], message: 'choose' })

export const requestForm = z.object({ wanted: z.enum(wants, 'choose'), note: optional(1000) })

export const answerForm = z.object({ answer: optional(2000) })

export const standingUntilForm = z.object({ until: z.iso.date('date') })

export const revocationForm = z.object({ reason: optional(1000) })

export const termsForm = z.object({
  largestCrew: z.coerce.number('number').int('number').min(1, 'number').max(20, 'number'),
  proofNeeded: yes,
  proofDays: z.coerce.number('number').int('number').min(0, 'number').max(365, 'number'),
})

const rulesText = optional(20_000)

export const rulesForm = z.object({
  basedOn: z.coerce.number().int().min(0),
  ...(Object.fromEntries(locales.map((locale) => [`text.${locale}`, rulesText])) as Record<
    `text.${Locale}`,
    typeof rulesText
  >),
})
