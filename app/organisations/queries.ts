import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { Translated } from '../language/translated.ts'
import type { Db } from '../platform/db/tables.ts'
import type { ProfileText } from './profileText.ts'
import type { OrganisationKind } from './tables.ts'

/** Profiles are public: that is what they are for. The scope is asked all the same, as by every query. */
export type OrganisationLine = {
  slug: string
  name: ProfileText
  kind: OrganisationKind
  country: string
  seat: ProfileText | null
}

type ClusterLine = {
  slug: string
  name: ProfileText
  regions: ProfileText
  managing: { slug: string; name: ProfileText }
}

type AllianceLine = { slug: string; name: ProfileText; expansion: string | null; clusters: number }

export type Directory = { alliances: AllianceLine[]; clusters: ClusterLine[]; organisations: OrganisationLine[] }

/** Everybody on this installation. Small by nature: an installation serves an alliance, not a continent. */
export async function directory(db: Db, _scope: Scope): Promise<Directory> {
  const alliances = await db
    .selectFrom('alliance')
    .leftJoin('alliance_membership as membership', 'membership.alliance_id', 'alliance.id')
    .select((select) => [
      'alliance.slug',
      'alliance.name',
      'alliance.expansion',
      select.fn.count<number>('membership.id').as('clusters'),
    ])
    .groupBy('alliance.id')
    .orderBy('alliance.id')
    .execute()
  const clusters = await clusterLines(db).orderBy('cluster.id').execute()
  const organisations = await db
    .selectFrom('organisation')
    .select(['slug', 'name', 'kind', 'country', 'seat'])
    .orderBy('id')
    .execute()
  return {
    alliances,
    clusters: clusters.map(clusterLine),
    organisations,
  }
}

const clusterLines = (db: Db) =>
  db
    .selectFrom('cluster')
    .innerJoin('organisation as managing', 'managing.id', 'cluster.managing_organisation_id')
    .select([
      'cluster.slug',
      'cluster.name',
      'cluster.regions',
      'managing.slug as managing_slug',
      'managing.name as managing_name',
    ])

type ClusterRow = Omit<ClusterLine, 'managing'> & { managing_slug: string; managing_name: ProfileText }

const clusterLine = ({ slug, name, regions, managing_slug, managing_name }: ClusterRow): ClusterLine => ({
  slug,
  name,
  regions,
  managing: { slug: managing_slug, name: managing_name },
})

export type Place = {
  slug: string
  name: ProfileText
  country: string
  seat: ProfileText | null
  latitude: number | null
  longitude: number | null
}

export type AllianceMember = ClusterLine & { seat: Place; coordinates: boolean }

export type AlliancePage = {
  slug: string
  name: ProfileText
  expansion: string | null
  programme: string | null
  programmeExpansion: string | null
  purpose: ProfileText | null
  members: AllianceMember[]
  /** Organisations outside the alliance with which it has a public agreement, by the cluster they run where they run one. */
  partners: (Place & { cluster: { slug: string; name: ProfileText } | null })[]
  agreements: PublicAgreement[]
}

export async function allianceBySlug(db: Db, _scope: Scope, slug: string): Promise<AlliancePage | null> {
  const row = await db.selectFrom('alliance').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) return null
  const members = await clusterLines(db)
    .innerJoin('alliance_membership as membership', 'membership.cluster_id', 'cluster.id')
    .where('membership.alliance_id', '=', row.id)
    .orderBy('membership.position')
    .select([
      'cluster.id as cluster_id',
      'managing.country',
      'managing.seat',
      'managing.latitude',
      'managing.longitude',
    ])
    .execute()
  return {
    slug: row.slug,
    name: row.name,
    expansion: row.expansion,
    programme: row.programme,
    programmeExpansion: row.programme_expansion,
    purpose: row.purpose,
    members: members.map((member) => {
      const { country, seat, latitude, longitude, managing_slug, managing_name } = member
      return {
        ...clusterLine(member),
        seat: { slug: managing_slug, name: managing_name, country, seat, latitude, longitude },
        coordinates: member.cluster_id === row.coordinator_cluster_id,
      }
    }),
    partners: await partnersOf(db, row.id),
    agreements: await agreementsWhere(db, { allianceId: row.id }),
  }
}

async function partnersOf(db: Db, allianceId: string): Promise<AlliancePage['partners']> {
  const rows = await db
    .selectFrom('organisation')
    .leftJoin('cluster', 'cluster.managing_organisation_id', 'organisation.id')
    .distinctOn('organisation.id')
    .select(['organisation.slug', 'organisation.name', 'organisation.country', 'organisation.seat'])
    .select(['organisation.latitude', 'organisation.longitude'])
    .select(['cluster.slug as cluster_slug', 'cluster.name as cluster_name'])
    .where('organisation.id', 'in', (query) =>
      query
        .selectFrom('agreement_party as other')
        .innerJoin('agreement_party as own', 'own.agreement_id', 'other.agreement_id')
        .innerJoin('publication', 'publication.agreement_id', 'own.agreement_id')
        .where('own.alliance_id', '=', allianceId)
        .where((where) =>
          where.or([where('other.alliance_id', 'is', null), where('other.alliance_id', '!=', allianceId)]),
        )
        .select('other.organisation_id'),
    )
    .orderBy('organisation.id')
    .orderBy('cluster.id')
    .execute()
  return rows.map(({ cluster_slug: slug, cluster_name: name, ...place }) => ({
    ...place,
    cluster: slug && name ? { slug, name } : null,
  }))
}

export type PublicAgreement = { reference: string; title: Translated; languages: Locale[]; until: string | null }

/** Agreements that their parties made public, newest first. */
async function agreementsWhere(
  db: Db,
  of: { allianceId: string } | { organisationId: string },
): Promise<PublicAgreement[]> {
  return db
    .selectFrom('agreement')
    .innerJoin('publication', 'publication.agreement_id', 'agreement.id')
    .leftJoin('entry_into_force as force', 'force.agreement_id', 'agreement.id')
    .where('agreement.id', 'in', (query) => {
      const parties = query.selectFrom('agreement_party').select('agreement_id')
      return 'allianceId' in of
        ? parties.where('alliance_id', '=', of.allianceId)
        : parties.where('organisation_id', '=', of.organisationId)
    })
    .select(['agreement.reference', 'agreement.title', 'agreement.languages', 'force.in_force_until as until'])
    .orderBy('agreement.id', 'desc')
    .execute()
}

export type Figure = {
  value: number
  qualifier: 'exactly' | 'about' | 'more-than'
  counted: ProfileText
  scope: 'members' | 'founding-members' | 'region'
  named: string[] | null
  asOf: string
  source: string
  citation: Translated | null
}

export type ClusterPage = ClusterLine & {
  description: ProfileText | null
  managing: Place & { website: string | null }
  figures: Figure[]
  alliances: { slug: string; name: ProfileText }[]
}

export async function clusterBySlug(db: Db, _scope: Scope, slug: string): Promise<ClusterPage | null> {
  const row = await db.selectFrom('cluster').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) return null
  const managing = await db
    .selectFrom('organisation')
    .select(['slug', 'name', 'country', 'seat', 'latitude', 'longitude', 'website'])
    .where('id', '=', row.managing_organisation_id)
    .executeTakeFirstOrThrow()
  const figures = await db
    .selectFrom('figure')
    .select(['value', 'qualifier', 'counted', 'scope', 'named', 'as_of as asOf', 'source', 'citation'])
    .where('cluster_id', '=', row.id)
    .orderBy('position')
    .execute()
  const alliances = await db
    .selectFrom('alliance')
    .innerJoin('alliance_membership as membership', 'membership.alliance_id', 'alliance.id')
    .where('membership.cluster_id', '=', row.id)
    .select(['alliance.slug', 'alliance.name'])
    .orderBy('alliance.id')
    .execute()
  const { name, regions, description } = row
  return { slug, name, regions, description, managing, figures, alliances }
}

export type OrganisationPage = OrganisationLine & {
  id: string
  legalForm: string | null
  timeZone: string
  website: string | null
  description: ProfileText | null
  clusters: { slug: string; name: ProfileText }[]
  agreements: PublicAgreement[]
}

export async function organisationBySlug(db: Db, _scope: Scope, slug: string): Promise<OrganisationPage | null> {
  const row = await db.selectFrom('organisation').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) return null
  const clusters = await db
    .selectFrom('cluster')
    .select(['slug', 'name'])
    .where('managing_organisation_id', '=', row.id)
    .orderBy('id')
    .execute()
  const { id, name, kind, country, seat, website, description } = row
  return {
    id,
    slug,
    name,
    kind,
    country,
    seat,
    website,
    description,
    clusters,
    legalForm: row.legal_form,
    timeZone: row.time_zone,
    agreements: await agreementsWhere(db, { organisationId: row.id }),
  }
}
