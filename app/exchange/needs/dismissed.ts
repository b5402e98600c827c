import { sql } from 'kysely'
import type { Scope } from '../../accounts/scope.ts'
import type { ProfileText } from '../../organisations/profileText.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Need } from './finding.ts'
import type { DismissalReason } from './tables.ts'
import './tables.ts'

/** Whether it was somebody of these organisations who said so; over rows of `need_dismissal` as `gone`. */
export const saidFor = (organisationIds: string[]) => sql<boolean>`exists (
  select from role_assignment held
  where held.person_id = gone.by_person and held.organisation_id = any (${organisationIds}::uuid[]))`

/** A match that somebody said is none: a member by short name, or another need by reference. */
export type Dismissed = { reason: DismissalReason; name: ProfileText; organisation?: string; need?: string }

/** Matches of a need that were said to be none, the latest first. For those who keep the need. */
export async function dismissedOf(db: Db, _scope: Scope, need: Need): Promise<Dismissed[]> {
  const rows = await db
    .selectFrom('need_dismissal as gone')
    .leftJoin('organisation', 'organisation.id', 'gone.organisation_id')
    .leftJoin('need as other', 'other.id', 'gone.other_need_id')
    .select(['gone.reason', 'organisation.name', 'organisation.slug', 'other.title', 'other.reference'])
    .where('gone.need_id', '=', need.id)
    // Who of the others said no is theirs to know.
    .where(saidFor([need.organisationId, need.cluster.homeId]))
    .orderBy('gone.at', 'desc')
    .limit(50)
    .execute()
  return rows.flatMap(({ reason, name, slug, title, reference }): Dismissed[] => {
    if (name && slug) return [{ reason, name, organisation: slug }]
    return title && reference ? [{ reason, name: title, need: reference }] : []
  })
}
