import { organisationsOf, type Scope } from '../accounts/scope.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { assembleRelease, assembleReleases, type Release } from './assembling.ts'
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
  const issued = (query: Candidates) =>
    organisationId
      ? query.where('release.id', 'in', (own) =>
          own.selectFrom('release_issuer').select('release_id').where('organisation_id', '=', organisationId),
        )
      : query
  const noted = await issued(candidates(db).where('lifting.lifted_at', 'is not', null))
    .orderBy('lifting.lifted_at', 'desc')
    .limit(limit)
    .execute()
  // Public already, and only not noted yet: few, and for a minute at most.
  const due = await issued(
    candidates(db)
      .where('lifting.lifted_at', 'is', null)
      .where((where) => where.or([where('embargo.lifts_at', 'is', null), where('embargo.lifts_at', '<=', now)]))
      .where((where) =>
        where.exists(
          where
            .selectFrom('release_approval')
            .select('release_approval.id')
            .whereRef('release_approval.release_id', '=', 'release.id')
            .where('release_approval.withdrawn_at', 'is', null),
        ),
      ),
  ).execute()
  const ids = [...due, ...noted].map(({ id }) => id)
  const releases = await assembleReleases(db, ids, now)
  return releases
    .filter(({ shown, standing }) => shown || standing === 'withdrawn')
    .toSorted((a, b) => (b.lifting?.at.getTime() ?? 0) - (a.lifting?.at.getTime() ?? 0))
    .slice(0, limit)
}

type Candidates = ReturnType<typeof candidates>

const candidates = (db: Db | Tx) =>
  db
    .selectFrom('release')
    .innerJoin('release_embargo as embargo', (join) =>
      join.onRef('embargo.release_id', '=', 'release.id').on('embargo.replaced_at', 'is', null),
    )
    .leftJoin('release_lifting as lifting', 'lifting.release_id', 'release.id')
    .select('release.id')

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
  const releases = await assembleReleases(
    db,
    rows.map(({ release_id }) => release_id),
    now,
  )
  return releases.filter(({ shown, standing }) => !shown && standing !== 'withdrawn')
}
