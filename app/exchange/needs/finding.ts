import type { Scope } from '../../accounts/scope.ts'
import { localTime } from '../../language/times.ts'
import type { ProfileText } from '../../organisations/profileText.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { circleOf, isNoRival, keepsFor, reviewsFor } from './policy.ts'
import { type NeedState, stateOf } from './state.ts'
import type { Direction, NeedAct, NeedKind, PartnerKind } from './tables.ts'

export type NeedStep = { act: NeedAct; reason: string | null; byPerson: string | null; at: Date }

export type Named = { slug: string; name: ProfileText }

export type Need = {
  id: string
  reference: string
  /** Whose it is, for acts that go on from here. What is shown to the asker is `owner`. */
  organisationId: string
  /** Null where it is anonymous and the asker does not keep it. */
  owner: Named | null
  cluster: Named & { id: string; homeId: string }
  direction: Direction
  kind: NeedKind
  title: ProfileText
  body: ProfileText
  isAnonymous: boolean
  enteredBy: string | null
  enteredAt: Date
  /** `YYYY-MM-DD`, until the end of that day in `zone`. */
  expiresOn: string
  zone: string
  readiness: number | null
  partners: PartnerKind[]
  emdn: string[]
  state: NeedState
  /** The steps it went, the rivals it is kept from: empty but for those who keep it. */
  steps: NeedStep[]
  rivals: { organisations: Named[]; clusters: Named[] }
  keeps: boolean
  reviews: boolean
}

/** A need as the asker may see it: what is published, and all of what they keep; null for what is not theirs to know of. */
export async function findNeed(db: Db | Tx, scope: Scope, now: Date, reference: string): Promise<Need | null> {
  const circle = await circleOf(db, scope, now)
  const row = await needRows(db)
    .select((select) => select.fn.coalesce(isNoRival(circle), select.lit(true)).as('isNoRival'))
    .where('need.reference', '=', reference)
    .executeTakeFirst()
  if (!row) return null
  const steps = await db
    .selectFrom('need_step')
    .select(['act', 'reason', 'by_person as byPerson', 'at'])
    .where('need_id', '=', row.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const today = localTime(now.toISOString(), row.zone).date
  const state = stateOf(steps.at(-1)?.act ?? null, row.expiresOn, today)
  const keeps = keepsFor(scope, row.organisationId, row.homeId)
  if (!keeps && (state !== 'published' || !row.isNoRival)) return null
  const { ownerSlug, ownerName, clusterId, clusterSlug, clusterName, homeId, isNoRival: _, ...need } = row
  return {
    ...need,
    owner: keeps || !need.isAnonymous ? { slug: ownerSlug, name: ownerName } : null,
    cluster: { id: clusterId, slug: clusterSlug, name: clusterName, homeId },
    state,
    steps: keeps ? steps : [],
    rivals: keeps ? await rivalsOf(db, need.id) : { organisations: [], clusters: [] },
    keeps,
    reviews: reviewsFor(scope, homeId),
  }
}

const needRows = (db: Db | Tx) =>
  db
    .selectFrom('need')
    .innerJoin('organisation as owner', 'owner.id', 'need.organisation_id')
    .innerJoin('cluster', 'cluster.id', 'need.cluster_id')
    .select(['need.id', 'need.reference', 'need.organisation_id as organisationId', 'need.direction', 'need.kind'])
    .select(['need.title', 'need.body', 'need.is_anonymous as isAnonymous', 'need.entered_by as enteredBy'])
    .select(['need.entered_at as enteredAt', 'need.expires_on as expiresOn', 'need.zone', 'need.readiness'])
    .select(['need.partners', 'need.emdn', 'owner.slug as ownerSlug', 'owner.name as ownerName'])
    .select(['cluster.id as clusterId', 'cluster.slug as clusterSlug', 'cluster.name as clusterName'])
    .select('cluster.managing_organisation_id as homeId')

async function rivalsOf(db: Db | Tx, needId: string) {
  const organisations = await db
    .selectFrom('need_exclusion')
    .innerJoin('organisation', 'organisation.id', 'need_exclusion.organisation_id')
    .select(['organisation.slug', 'organisation.name'])
    .where('need_exclusion.need_id', '=', needId)
    .orderBy('organisation.slug')
    .execute()
  const clusters = await db
    .selectFrom('need_exclusion')
    .innerJoin('cluster', 'cluster.id', 'need_exclusion.cluster_id')
    .select(['cluster.slug', 'cluster.name'])
    .where('need_exclusion.need_id', '=', needId)
    .orderBy('cluster.slug')
    .execute()
  return { organisations, clusters }
}
