import { asReader } from '../../accounts/asReader.ts'
import { anonymous, type Scope } from '../../accounts/scope.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Locale } from '../../language/locales.ts'
import type { ProfileText } from '../profileText.ts'
import type { OrganisationKind } from '../tables.ts'
import { homesOf, keepsProfile } from './policy.ts'
import { type FieldGroup, fieldGroups, type PartContents, type Visibility } from './profile.ts'

export type Part<Group extends FieldGroup = FieldGroup> = {
  group: Group
  content: PartContents[Group]
  visibility: Visibility
  revision: number
  changedAt: Date
}

export type Parts = { [Group in FieldGroup]?: Part<Group> }

export type Member = {
  organisationId: string
  slug: string
  name: ProfileText
  kind: OrganisationKind
  legalForm: string | null
  country: string
  seat: ProfileText | null
  website: string | null
  language: Locale
  clusters: { id: string; slug: string; name: ProfileText; homeId: string }[]
  /** The parts that the asker may see, as the database lets them through. */
  parts: Parts
  /** Whether the asker keeps the profile. */
  keeps: boolean
}

/** A member as the asker may see it; null where there is no such profile. */
export async function readMember(db: Db, scope: Scope, now: Date, slug: string, purpose = ''): Promise<Member | null> {
  const row = await db
    .selectFrom('organisation')
    .innerJoin('member_profile as profile', 'profile.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.kind'])
    .select(['organisation.legal_form', 'organisation.country', 'organisation.seat', 'organisation.website'])
    .select('profile.language')
    .where('organisation.slug', '=', slug)
    .where('profile.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const today = now.toISOString().slice(0, 10)
  const keeps = keepsProfile(scope, row.id, await homesOf(db, row.id, today))
  return {
    organisationId: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    legalForm: row.legal_form,
    country: row.country,
    seat: row.seat,
    website: row.website,
    language: row.language,
    clusters: await clustersOf(db, row.id, today),
    parts: await asReader(db, scope, now, (tx) => partsOf(tx, row.id), purpose),
    keeps,
  }
}

/** A member with everything its profile says, for the member itself: whoever calls has found that it is. */
export async function readOwnProfile(db: Db, now: Date, slug: string): Promise<Member | null> {
  const member = await readMember(db, anonymous, now, slug)
  return member && { ...member, parts: await partsOf(db, member.organisationId) }
}

async function partsOf(tx: Db | Tx, organisationId: string): Promise<Parts> {
  const rows = await tx.selectFrom('profile_part').selectAll().where('organisation_id', '=', organisationId).execute()
  return Object.fromEntries(
    fieldGroups.flatMap((group) => {
      const row = rows.find(({ field_group }) => field_group === group)
      if (!row) return []
      const { content, visibility, revision, changed_at } = row
      return [[group, { group, content, visibility, revision, changedAt: changed_at }]]
    }),
  )
}

/** The clusters that an organisation is in on a day. */
async function clustersOf(db: Db, organisationId: string, today: string) {
  const rows = await db
    .selectFrom('cluster_membership as membership')
    .innerJoin('cluster', 'cluster.id', 'membership.cluster_id')
    .select(['cluster.id', 'cluster.slug', 'cluster.name', 'cluster.managing_organisation_id'])
    .where('membership.organisation_id', '=', organisationId)
    .where((where) => where.or([where('membership.since', 'is', null), where('membership.since', '<=', today)]))
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
    .orderBy('cluster.slug')
    .execute()
  return rows.map(({ managing_organisation_id, ...cluster }) => ({ ...cluster, homeId: managing_organisation_id }))
}
