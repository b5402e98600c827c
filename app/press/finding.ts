import type { Scope } from '../accounts/scope.ts'
import type { Db } from '../platform/db/tables.ts'
import { publicReleases } from './queries.ts'

/** Addresses of what strangers may read now, without their language: for the sitemap. */
export async function publicPressPaths(db: Db, scope: Scope, now: Date): Promise<string[]> {
  const releases = await publicReleases(db, scope, now, { limit: 1000 })
  return ['/releases', ...releases.filter(({ shown }) => shown).map(({ slug }) => `/releases/${slug}`)]
}
