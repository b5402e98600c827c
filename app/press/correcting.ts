import type { Correction, Release } from './assembling.ts'

/** A correction that somebody has yet to approve: the newest revision of a release that is public. */
export const correctionInWork = (release: Release): Correction | null =>
  release.corrections.find(
    ({ revision, effectiveAt }) => effectiveAt === null && revision === release.newest.revision,
  ) ?? null
