import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { addToDate } from '../../language/dates.ts'
import type { Locale } from '../../language/locales.ts'
import { localTime } from '../../language/times.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { json } from '../../platform/db/values.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId, newReference } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { rewritten } from '../../organisations/members/rewriting.ts'
import { keepsFor } from './policy.ts'
import { writeTerms } from './reading.ts'
import { keepFromRivals, rivalsNamed } from './rivals.ts'
import type { Direction, NeedKind, PartnerKind } from './tables.ts'

/** What is said of a need beside its words. */
export type NeedFacts = {
  direction: Direction
  kind: NeedKind
  readiness: number | null
  partners: PartnerKind[]
  emdn: string[]
  isAnonymous: boolean
  /** `YYYY-MM-DD`; left out, half a year from today. */
  expiresOn: string | null
  /** Organisations by short name or name, clusters by short name, from whom it is kept. */
  rivals: { organisations: string[]; clusters: string[] }
}

export type NeedWords = { locale: Locale; title: string; body: string }

/** How long a need stands unless somebody says otherwise, and at most. */
export const STANDS = { months: 6 }
const AT_MOST = { months: 24 }

export type FactsRefusal = { refused: 'no-such-rival' | 'expiry-out-of-range' }

/** Enters what a member seeks or has. It is shown to nobody else before the home coordinator has published it. */
export async function enterNeed(
  services: Services,
  scope: Scope,
  {
    organisation,
    cluster,
    words,
    facts,
  }: { organisation: string; cluster: string; words: NeedWords; facts: NeedFacts },
): Promise<{ id: string; reference: string } | { refused: 'not-your-member' } | FactsRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const place = await placeOf(tx, organisation, cluster, now)
    if (!place || !keepsFor(scope, place.organisationId, place.homeId)) return { refused: 'not-your-member' as const }
    const today = localTime(now.toISOString(), place.zone).date
    const expiresOn = facts.expiresOn ?? addToDate(today, STANDS)
    if (!isInRange(expiresOn, today)) return { refused: 'expiry-out-of-range' as const }
    const rivals = await rivalsNamed(tx, facts.rivals)
    if (!rivals) return { refused: 'no-such-rival' as const }
    const need = { id: newId(), reference: newReference() }
    const writer = { locale: words.locale, by: scope.person?.personId ?? null, at: now }
    const said = { title: rewritten(null, words.title, writer)!, body: rewritten(null, words.body, writer)! }
    await tx
      .insertInto('need')
      .values({
        ...need,
        organisation_id: place.organisationId,
        cluster_id: place.clusterId,
        title: json(said.title),
        body: json(said.body),
        ...columnsOf(facts),
        expires_on: expiresOn,
        zone: place.zone,
        thesaurus: null,
        entered_by: writer.by,
        entered_at: now,
      })
      .execute()
    await keepFromRivals(tx, need.id, rivals)
    await writeTerms(tx, need.id, { ...said, emdn: facts.emdn })
    await recordActivity(tx, {
      subject: { kind: 'need', id: need.id },
      verb: 'need.entered',
      actor: actorOf(scope, place.organisationId),
      facts: { reference: need.reference, direction: facts.direction, kind: facts.kind },
      at: now,
    })
    return need
  })
}

export const isInRange = (expiresOn: string, today: string): boolean =>
  expiresOn >= today && expiresOn <= addToDate(today, AT_MOST)

export const columnsOf = ({ direction, kind, readiness, partners, emdn, isAnonymous }: NeedFacts) => ({
  direction,
  kind,
  readiness,
  partners: json(partners),
  emdn: json(emdn),
  is_anonymous: isAnonymous,
})

async function placeOf(tx: Tx, organisation: string, cluster: string, now: Date) {
  const today = now.toISOString().slice(0, 10)
  return tx
    .selectFrom('cluster_membership as membership')
    .innerJoin('organisation as owner', 'owner.id', 'membership.organisation_id')
    .innerJoin('cluster', 'cluster.id', 'membership.cluster_id')
    .select(['owner.id as organisationId', 'owner.time_zone as zone', 'cluster.id as clusterId'])
    .select('cluster.managing_organisation_id as homeId')
    .where('owner.slug', '=', organisation)
    .where('cluster.slug', '=', cluster)
    .where((where) => where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]))
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
    .executeTakeFirst()
}
