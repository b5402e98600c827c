import { z } from 'zod'

export const text = z.string().trim().min(1)

/** A text that must be there for every reader. */
export const inEveryLanguage = z.strictObject({ ja: text, en: text, fr: text, de: text, it: text })

export const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

const months = z.int().positive()

/** When an undertaking falls due, counted from its occasion (a request, a mission) or from the agreement's own life. */
const due = z.union([
  z.strictObject({ workingDaysAfterOccasion: z.int().positive() }),
  z.strictObject({ monthsAfterOccasion: months }),
  z.strictObject({ monthsAfterEntryIntoForce: months }),
  z.strictObject({ monthsBeforeEnd: months }),
])

/** What a clause obliges: who answers for it, how often, and by what one sees that it was done. */
const undertaking = z.strictObject({
  slug,
  owner: z.enum(['each-party', 'all-parties', 'asked-party', 'receiving-party']),
  cadence: z.enum(['once', 'on-request', 'as-it-arises', 'half-yearly', 'yearly']),
  due: due.optional(),
  what: inEveryLanguage,
  /** Of what kind the evidence is, and in words. */
  by: z.enum(['note', 'file', 'event', 'referral', 'link']).default('note'),
  evidence: inEveryLanguage,
})

/** What a clause opens to the other parties while the agreement is in force. */
const grant = z.strictObject({
  slug,
  opens: z.enum(['directory-fields', 'referrals', 'events', 'facilities']),
  what: inEveryLanguage,
})

export const clauseTerms = z.strictObject({
  slug,
  binding: z.boolean(),
  undertakings: z.array(undertaking).optional(),
  grants: z.array(grant).optional(),
})

export const placeholderNames = ['parties', 'field', 'purpose', 'term', 'notice', 'secrecy', 'languages'] as const

const placeholder = z.discriminatedUnion('from', [
  z.strictObject({ name: z.enum(placeholderNames), from: z.literal('agreement'), means: inEveryLanguage }),
  z.strictObject({
    name: z.enum(placeholderNames),
    from: z.literal('drafter'),
    means: inEveryLanguage,
    suggestion: inEveryLanguage,
  }),
])

export const templateFile = z.strictObject({
  kind: z.enum(['memorandum', 'letter-of-intent', 'non-disclosure', 'cooperation']),
  label: inEveryLanguage,
  notice: inEveryLanguage,
  placeholders: z.array(placeholder),
  clauses: z.array(clauseTerms).min(1),
})

export type PlaceholderName = (typeof placeholderNames)[number]
export type Placeholder = z.infer<typeof placeholder>
export type Undertaking = z.infer<typeof undertaking>
export type Grant = z.infer<typeof grant>
export type ClauseTerms = z.infer<typeof clauseTerms>
