/** What decides whether a release may be read; all of it read from the database at one moment. */
export type Facts = {
  newest: number
  issuers: string[]
  /** Approvals of the newest revision that bind its exact content and were not taken back. */
  approvals: { organisationId: string; at: Date }[]
  embargo: { liftsAt: Date | null; uponSignature: boolean }
  /** When the last signature of its agreement landed. */
  signedAt: Date | null
  lifting: { revision: number; at: Date } | null
  corrections: { revision: number; effectiveAt: Date | null }[]
  withdrawnAt: Date | null
}

/** `unapproved`: somebody has yet to approve. `held`: approved, and waits for its instant or the signature. */
export type Standing = 'unapproved' | 'held' | 'public' | 'stopped' | 'withdrawn'

export const approvedByAll = (facts: Facts): boolean =>
  facts.issuers.length > 0 &&
  facts.issuers.every((issuer) => facts.approvals.some(({ organisationId }) => organisationId === issuer))

/**
 * The moment from which everybody may read it, or null as long as something is missing: the instant, an approval, the signature. What was
 * written down (`release_lifting`) holds; before that, this is the rule, so no clock but ours and no delay of a job has a say.
 */
export function liftingOf(facts: Facts, now: Date): { revision: number; at: Date } | null {
  if (facts.lifting) return facts.lifting
  if (facts.withdrawnAt || !approvedByAll(facts)) return null
  const { liftsAt, uponSignature } = facts.embargo
  if (uponSignature && !facts.signedAt) return null
  const moments = [
    ...facts.approvals.filter(({ organisationId }) => facts.issuers.includes(organisationId)).map(({ at }) => at),
    ...(liftsAt ? [liftsAt] : []),
    ...(uponSignature && facts.signedAt ? [facts.signedAt] : []),
  ]
  const at = new Date(Math.max(...moments.map((moment) => moment.getTime())))
  return at <= now ? { revision: facts.newest, at } : null
}

/** The revision that strangers read, in every language alike; null: there is nothing for them. */
export function shownRevision(facts: Facts, now: Date): number | null {
  const lifting = liftingOf(facts, now)
  if (!lifting || facts.withdrawnAt) return null
  const corrected = facts.corrections.filter(({ effectiveAt }) => effectiveAt && effectiveAt <= now)
  return Math.max(lifting.revision, ...corrected.map(({ revision }) => revision))
}

export function standingOf(facts: Facts, now: Date): Standing {
  const lifting = liftingOf(facts, now)
  if (facts.withdrawnAt) return lifting ? 'withdrawn' : 'stopped'
  if (lifting) return 'public'
  return approvedByAll(facts) ? 'held' : 'unapproved'
}
