import { isOperator, type Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { json } from '../platform/db/values.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import type { ProfileText } from './profileText.ts'
import type { StoredName } from './storedName.ts'
import type { OrganisationKind } from './tables.ts'

type Refusal = { refused: 'not-yours' | 'slug-taken' }

export type OrganisationEntry = {
  slug: string
  kind: OrganisationKind
  name: ProfileText
  legalForm?: string
  /** ISO 3166-1 alpha-2. */
  country: string
  seat?: ProfileText
  /** IANA name. */
  timeZone: string
  latitude?: number
  longitude?: number
  website?: string
  description?: ProfileText
}

/** Enters an organisation. Only the operator decides who is on this installation. */
export async function registerOrganisation(
  services: Services,
  scope: Scope,
  entry: OrganisationEntry,
): Promise<{ id: string } | Refusal> {
  if (!isOperator(scope)) return { refused: 'not-yours' }
  const now = services.clock.now()
  const id = newId()
  return transaction(services.database.db, async (tx) => {
    const taken = await tx.selectFrom('organisation').select('id').where('slug', '=', entry.slug).executeTakeFirst()
    if (taken) return { refused: 'slug-taken' as const }
    await tx
      .insertInto('organisation')
      .values({
        id,
        slug: entry.slug,
        kind: entry.kind,
        name: json(entry.name),
        legal_form: entry.legalForm ?? null,
        country: entry.country,
        seat: entry.seat ? json(entry.seat) : null,
        time_zone: entry.timeZone,
        latitude: entry.latitude ?? null,
        longitude: entry.longitude ?? null,
        website: entry.website ?? null,
        description: entry.description ? json(entry.description) : null,
        created_at: now,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'organisation', id },
      verb: 'organisation.registered',
      actor: { person: scope.person?.personId ?? null, via: viaOf(scope) },
      facts: { slug: entry.slug, kind: entry.kind, country: entry.country },
      at: now,
    })
    return { id }
  })
}

const viaOf = (scope: Scope) => (scope.via === 'anonymous' ? ('system' as const) : scope.via)

type FigureEntry = {
  value: number
  qualifier: 'exactly' | 'about' | 'more-than'
  counted: Content
  scope: 'members' | 'founding-members' | 'region'
  named?: string[]
  asOf: string
  /** The source's own string, as it stands there. */
  source: string
  /** Where that stands: which publication, of when. */
  citation?: Translated
}

export type ClusterEntry = {
  slug: string
  name: ProfileText
  managingOrganisationId: string
  regions: ProfileText
  description?: ProfileText
  figures: FigureEntry[]
}

/** Enters a cluster with the figures it is known by; each figure says what it counts, and they are never added up. */
export async function registerCluster(
  services: Services,
  scope: Scope,
  entry: ClusterEntry,
): Promise<{ id: string } | Refusal> {
  if (!isOperator(scope)) return { refused: 'not-yours' }
  const now = services.clock.now()
  const id = newId()
  return transaction(services.database.db, async (tx) => {
    const taken = await tx.selectFrom('cluster').select('id').where('slug', '=', entry.slug).executeTakeFirst()
    if (taken) return { refused: 'slug-taken' as const }
    await tx
      .insertInto('cluster')
      .values({
        id,
        slug: entry.slug,
        name: json(entry.name),
        managing_organisation_id: entry.managingOrganisationId,
        regions: json(entry.regions),
        description: entry.description ? json(entry.description) : null,
        created_at: now,
      })
      .execute()
    for (const [index, figure] of entry.figures.entries()) {
      await tx
        .insertInto('figure')
        .values({
          id: newId(),
          cluster_id: id,
          value: figure.value,
          qualifier: figure.qualifier,
          counted: json(figure.counted),
          scope: figure.scope,
          named: figure.named ? json(figure.named) : null,
          as_of: figure.asOf,
          source: figure.source,
          citation: figure.citation ? json(figure.citation) : null,
          position: index + 1,
        })
        .execute()
    }
    await recordActivity(tx, {
      subject: { kind: 'cluster', id },
      verb: 'cluster.registered',
      actor: { person: scope.person?.personId ?? null, organisation: entry.managingOrganisationId, via: viaOf(scope) },
      facts: { slug: entry.slug, figures: entry.figures.length },
      at: now,
    })
    return { id }
  })
}

export type AllianceEntry = {
  slug: string
  name: ProfileText
  expansion?: string
  programme?: string
  programmeExpansion?: string
  purpose?: ProfileText
  /** In the alliance's own order; the first given as coordinator coordinates. */
  clusterIds: string[]
  coordinatorClusterId?: string
}

/** Enters an alliance of clusters. */
export async function registerAlliance(
  services: Services,
  scope: Scope,
  entry: AllianceEntry,
): Promise<{ id: string } | Refusal> {
  if (!isOperator(scope)) return { refused: 'not-yours' }
  const now = services.clock.now()
  const id = newId()
  return transaction(services.database.db, async (tx) => {
    const taken = await tx.selectFrom('alliance').select('id').where('slug', '=', entry.slug).executeTakeFirst()
    if (taken) return { refused: 'slug-taken' as const }
    await tx
      .insertInto('alliance')
      .values({
        id,
        slug: entry.slug,
        name: json(entry.name),
        expansion: entry.expansion ?? null,
        programme: entry.programme ?? null,
        programme_expansion: entry.programmeExpansion ?? null,
        purpose: entry.purpose ? json(entry.purpose) : null,
        coordinator_cluster_id: entry.coordinatorClusterId ?? null,
        created_at: now,
      })
      .execute()
    for (const [index, clusterId] of entry.clusterIds.entries()) {
      await tx
        .insertInto('alliance_membership')
        .values({ id: newId(), alliance_id: id, cluster_id: clusterId, position: index + 1, since: null, until: null })
        .execute()
    }
    await recordActivity(tx, {
      subject: { kind: 'alliance', id },
      verb: 'alliance.registered',
      actor: { person: scope.person?.personId ?? null, via: viaOf(scope) },
      facts: { slug: entry.slug, clusters: entry.clusterIds },
      at: now,
    })
    return { id }
  })
}

export type PersonEntry = {
  name: StoredName
  address?: string
  locale: Locale
  timeZone: string
  offices: { organisationId: string; title: Content; unit?: Content }[]
}

/** Enters a person with the offices they hold. Somebody without an address cannot sign in. */
export async function registerPerson(
  services: Services,
  scope: Scope,
  entry: PersonEntry,
): Promise<{ id: string } | Refusal> {
  if (!isOperator(scope)) return { refused: 'not-yours' }
  const now = services.clock.now()
  const id = newId()
  return transaction(services.database.db, async (tx) => {
    await tx
      .insertInto('person')
      .values({
        id,
        name: json(entry.name),
        address: entry.address?.toLowerCase() ?? null,
        locale: entry.locale,
        time_zone: entry.timeZone,
        created_at: now,
        erased_at: null,
      })
      .execute()
    for (const office of entry.offices) {
      await tx
        .insertInto('office')
        .values({
          id: newId(),
          person_id: id,
          organisation_id: office.organisationId,
          title: json(office.title),
          unit: office.unit ? json(office.unit) : null,
          since: null,
          until: null,
        })
        .execute()
    }
    await recordActivity(tx, {
      subject: { kind: 'person', id },
      verb: 'person.registered',
      actor: { person: scope.person?.personId ?? null, via: viaOf(scope) },
      facts: { offices: entry.offices.length },
      personal: { name: { value: JSON.stringify(entry.name), of: id } },
      at: now,
    })
    return { id }
  })
}
