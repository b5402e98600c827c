import { organisationsOf, type Scope } from '../accounts/scope.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { assembleRelease, type Release } from './assembling.ts'
import { mayReadBefore } from './policy.ts'

/** A release for whoever makes it, in every state; null for everybody else. */
export async function ownRelease(db: Db | Tx, scope: Scope, slug: string, now: Date): Promise<Release | null> {
  const release = await releaseNamed(db, slug, now)
  return release && mayReadBefore(scope, release) ? release : null
}

/** A release as everybody may read it now, withdrawn ones included (they have no text any more); null otherwise. */
export async function publicRelease(db: Db | Tx, _scope: Scope, slug: string, now: Date): Promise<Release | null> {
  const release = await releaseNamed(db, slug, now)
  return release && (release.shown || release.standing === 'withdrawn') ? release : null
}

async function releaseNamed(db: Db | Tx, slug: string, now: Date): Promise<Release | null> {
  const found = await db.selectFrom('release').select('id').where('slug', '=', slug).executeTakeFirst()
  return found ? assembleRelease(db, found.id, now) : null
}

/** What strangers may read, newest lifting first. `organisationId`: of that issuer alone. */
export async function publicReleases(
  db: Db | Tx,
  _scope: Scope,
  now: Date,
  { organisationId, limit = 30 }: { organisationId?: string; limit?: number } = {},
): Promise<Release[]> {
  let query = db
    .selectFrom('release')
    .leftJoin('release_lifting as lifting', 'lifting.release_id', 'release.id')
    .select('release.id')
    // Those whose lifting is not noted yet come first: they are the newest.
    .orderBy('lifting.lifted_at', (order) => order.desc().nullsFirst())
    .orderBy('release.id', 'desc')
  if (organisationId)
    query = query.where('release.id', 'in', (issued) =>
      issued.selectFrom('release_issuer').select('release_id').where('organisation_id', '=', organisationId),
    )
  const found: Release[] = []
  for (const { id } of await query.execute()) {
    const release = await assembleRelease(db, id, now)
    if (release && (release.shown || release.standing === 'withdrawn')) found.push(release)
    if (found.length === limit) break
  }
  return found.toSorted((a, b) => (b.lifting?.at.getTime() ?? 0) - (a.lifting?.at.getTime() ?? 0))
}

/** What this person's organisations are working on: not lifted, not stopped. Newest first. */
export async function releasesInWork(db: Db | Tx, scope: Scope, now: Date): Promise<Release[]> {
  const own = organisationsOf(scope, 'coordinator', 'manager', 'signatory')
  if (own.length === 0) return []
  const rows = await db
    .selectFrom('release_issuer')
    .select('release_id')
    .distinct()
    .where('organisation_id', 'in', own)
    .orderBy('release_id', 'desc')
    .execute()
  const releases: Release[] = []
  for (const { release_id } of rows) {
    const release = await assembleRelease(db, release_id, now)
    if (release && !release.shown && release.standing !== 'withdrawn') releases.push(release)
  }
  return releases
}
