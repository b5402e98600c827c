import { z } from 'zod'
import { isCalendarDate } from '../../language/dates.ts'
import { type Locale, locales } from '../../language/locales.ts'
import { readEmdn } from '../../organisations/members/classes.ts'
import { directions, dismissalReasons, needActs, needKinds, partnerKinds } from './tables.ts'
import type { NeedFacts } from './entering.ts'

const text = (most: number) => z.string().trim().min(1, 'required').max(most, 'tooLong')

const lines = z
  .string()
  .max(4000, 'tooLong')
  .default('')
  .transform((value) =>
    value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )

const codes = z
  .string()
  .max(400, 'tooLong')
  .default('')
  .transform((value, context) =>
    value
      .normalize('NFKC')
      .split(/[\s,;、]+/)
      .filter(Boolean)
      .map((code) => readEmdn(code) ?? (context.addIssue('invalid'), z.NEVER)),
  )

const words = { title: text(200), body: text(8000) }

const facts = {
  direction: z.enum(directions, 'choose'),
  kind: z.enum(needKinds, 'choose'),
  readiness: z
    .union([z.literal(''), z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9'])])
    .default('')
    .transform((level) => (level ? Number(level) : null)),
  partners: lines.pipe(z.array(z.enum(partnerKinds, 'choose'))),
  emdn: codes,
  anonymous: z.literal('yes').optional(),
  expiresOn: z.union([z.literal(''), z.string().refine(isCalendarDate, 'date')]).default(''),
  rivalOrganisations: lines,
  rivalClusters: lines,
}

/** Everything that is said of a need. */
export const revisionForm = z
  .object({ ...words, ...facts })
  .transform((form) => ({ title: form.title, body: form.body, facts: factsOf(form) as NeedFacts | null }))

/** For whom, beside that: `MEMBER CLUSTER`; and whether it goes to review at once. */
export const newNeedForm = z.object({
  ...words,
  ...facts,
  place: z.string().regex(/^[a-z0-9-]+ [a-z0-9-]+$/, 'choose'),
  onward: z.enum(['keep', 'submit']).default('keep'),
})

/** The words alone: a translation of what has been reviewed. */
export const translationForm = z.object(words).transform((form) => ({ ...form, facts: null as NeedFacts | null }))

/** Which match it is not, and why. */
export const dismissalForm = z.object({
  reason: z.enum(dismissalReasons, 'choose'),
  organisation: z.string().max(80).optional(),
  need: z.string().max(20).optional(),
})

export const restoringForm = dismissalForm.omit({ reason: true })

export const stepForm = z.object({
  act: z.enum(needActs, 'choose'),
  reason: z.string().trim().max(2000, 'tooLong').optional(),
})

const said = z.object(facts)

export const factsOf = (form: z.output<typeof said>): NeedFacts => ({
  direction: form.direction,
  kind: form.kind,
  readiness: form.readiness,
  partners: form.partners,
  emdn: form.emdn,
  isAnonymous: form.anonymous === 'yes',
  expiresOn: form.expiresOn || null,
  rivals: { organisations: form.rivalOrganisations, clusters: form.rivalClusters },
})

/** What the public list is filtered by; what is not understood filters nothing. */
export const filterQuery = z.object({
  q: z.string().trim().max(300).optional().catch(undefined),
  direction: z.enum(directions).optional().catch(undefined),
  kind: z.enum(needKinds).optional().catch(undefined),
  cluster: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  language: z.enum<readonly Locale[]>(locales).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
