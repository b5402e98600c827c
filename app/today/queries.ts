import { organisationsOf, type Scope } from '../accounts/scope.ts'
import { type Agreement } from '../agreements/agreement.ts'
import { assembleAgreement } from '../agreements/assembling.ts'
import { type Proposal, proposalsOf } from '../agreements/proposing.ts'
import type { ProfileText } from '../organisations/profileText.ts'
import type { Db } from '../platform/db/tables.ts'

export type OwnAgreement = { agreement: Agreement; proposals: Proposal[] }

export type Workplace = { slug: string; name: ProfileText; clusters: { slug: string; name: ProfileText }[] }

/** The organisations that the asker manages or coordinates, with the clusters they run: their rooms are a step from Today. */
export async function workplaces(db: Db, scope: Scope): Promise<Workplace[]> {
  const ids = organisationsOf(scope, 'manager', 'coordinator')
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('cluster', 'cluster.managing_organisation_id', 'organisation.id')
    .select(['organisation.slug', 'organisation.name', 'cluster.slug as cluster', 'cluster.name as clusterName'])
    .where('organisation.id', 'in', ids)
    .orderBy('organisation.slug')
    .orderBy('cluster.slug')
    .execute()
  const found = new Map<string, Workplace>()
  for (const { slug, name, cluster, clusterName } of rows) {
    const place = found.get(slug) ?? { slug, name, clusters: [] }
    found.set(slug, place)
    if (cluster && clusterName) place.clusters.push({ slug: cluster, name: clusterName })
  }
  return [...found.values()]
}

/** More than these nobody works through on one page; what is older stands on the agreements' own page. */
const MOST = 60

/** Agreements that the asker's organisations are party to, or that the asker is to sign, newest first. */
export async function ownAgreements(db: Db, scope: Scope, now: Date): Promise<OwnAgreement[]> {
  const found: OwnAgreement[] = []
  for (const id of await ownIds(db, scope)) {
    const agreement = await assembleAgreement(db, id, now)
    if (!agreement || ['ended', 'terminated'].includes(agreement.standing)) continue
    const proposals = agreement.documents.length ? [] : await proposalsOf(db, agreement)
    found.push({ agreement, proposals: proposals.filter(({ state }) => state === 'open') })
  }
  return found
}

async function ownIds(db: Db, scope: Scope): Promise<string[]> {
  if (!scope.person) return []
  const organisations = organisationsOf(scope)
  const { personId } = scope.person
  const rows = await db
    .selectFrom('agreement')
    .select('agreement.id')
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('signatory')
            .select('signatory.id')
            .whereRef('signatory.agreement_id', '=', 'agreement.id')
            .where('signatory.person_id', '=', personId),
        ),
        ...(organisations.length
          ? [
              where.exists(
                where
                  .selectFrom('agreement_party as party')
                  .select('party.agreement_id')
                  .whereRef('party.agreement_id', '=', 'agreement.id')
                  .where('party.organisation_id', 'in', organisations),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('agreement.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ id }) => id)
}

export type Happening = { agreementId: string; verb: string; at: Date; organisationId: string | null }

/** The newest entries in the activity of these agreements; the caller was let in to each of them. */
export async function happenings(db: Db, _scope: Scope, agreementIds: string[]): Promise<Happening[]> {
  if (agreementIds.length === 0) return []
  const rows = await db
    .selectFrom('activity')
    .select(['subject_id', 'verb', 'at', 'actor_organisation_id'])
    .where('subject_kind', '=', 'agreement')
    .where('subject_id', 'in', agreementIds)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(12)
    .execute()
  return rows.map((row) => ({
    agreementId: row.subject_id,
    verb: row.verb,
    at: row.at,
    organisationId: row.actor_organisation_id,
  }))
}
