import { holds, organisationsOf, type Scope } from '../../accounts/scope.ts'
import type { ContactPerson } from '../../organisations/members/profile.ts'
import type { ProfileText } from '../../organisations/profileText.ts'
import type { Db } from '../../platform/db/tables.ts'
import { disclosedNames } from './disclosing.ts'
import { agreementFor } from './granting.ts'
import { loadReferrals, type Referral } from './loading.ts'
import { stepsFor } from './reading.ts'
import { companyRoles, officeRoles, sidesOf } from './policy.ts'
import { actsOf, type PersonsAct, type Side } from './standing.ts'

export type Named = { organisationId: string; slug: string; name: ProfileText; contacts: ContactPerson[] }

/** A referral as one reader may see it: names that are not open to them are not here at all. */
export type ReferralView = {
  referral: Referral
  sides: Side[]
  home: { name: ProfileText; slug: string }
  partner: { name: ProfileText; slug: string }
  asker: Named | null
  company: Named | null
  /** The need or offer that it answers. */
  need: string | null
  acts: { act: PersonsAct; side: Exclude<Side, 'system'> }[]
}

/** A referral for those who take part in it; null for everybody else. */
export async function referralByReference(db: Db, scope: Scope, reference: string): Promise<ReferralView | null> {
  const row = await db.selectFrom('referral').select('id').where('reference', '=', reference).executeTakeFirst()
  const [referral] = row ? await loadReferrals(db, [row.id]) : []
  return referral ? viewOf(db, scope, referral) : null
}

async function viewOf(db: Db, scope: Scope, referral: Referral): Promise<ReferralView | null> {
  const sides = sidesOf(scope, referral)
  if (sides.length === 0) return null
  const { standing } = referral
  const names = disclosedNames(sides, standing)
  const isIntroduced = standing.stage === 'introduced' && standing.consents.asker && standing.consents.company
  const acts = actsOf(standing, sides).flatMap(({ act, side }) => (side === 'system' ? [] : [{ act, side }]))
  // What an office answers for itself is no introduction.
  const possible = acts.filter(({ act }) => act !== 'answered' || referral.kind !== 'introduction')
  return {
    referral: { ...referral, steps: stepsFor(referral.steps, sides, isIntroduced) },
    sides,
    home: await clusterName(db, referral.fromClusterId),
    partner: await clusterName(db, referral.toClusterId),
    asker: names.asker ? await organisation(db, referral.fromOrganisationId, isIntroduced) : null,
    company: names.company && standing.companyId ? await organisation(db, standing.companyId, isIntroduced) : null,
    need: await needReference(db, referral, names.asker),
    acts: possible,
  }
}

/** A need of the asking company's own tells whose it is: it is shown where that name is open, or the need is anonymous. */
async function needReference(db: Db, referral: Referral, isAskerOpen: boolean): Promise<string | null> {
  if (!referral.needId) return null
  const row = await db
    .selectFrom('need')
    .select(['reference', 'organisation_id', 'is_anonymous'])
    .where('id', '=', referral.needId)
    .executeTakeFirst()
  if (!row) return null
  const tellsAsker = row.organisation_id === referral.fromOrganisationId && !row.is_anonymous
  return tellsAsker && !isAskerOpen ? null : row.reference
}

async function clusterName(db: Db, id: string): Promise<{ name: ProfileText; slug: string }> {
  return db.selectFrom('cluster').select(['name', 'slug']).where('id', '=', id).executeTakeFirstOrThrow()
}

/** With the introduction come the people to write to, as the members keep them. */
async function organisation(db: Db, id: string, withContacts: boolean): Promise<Named | null> {
  const row = await db.selectFrom('organisation').select(['id', 'slug', 'name']).where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const part = withContacts
    ? await db
        .selectFrom('profile_part')
        .select(['content', 'visibility'])
        .where('organisation_id', '=', id)
        .where('field_group', '=', 'contacts')
        .where('visibility', 'in', ['public', 'partners'])
        .executeTakeFirst()
    : undefined
  const contacts = part && 'people' in part.content ? part.content.people : []
  return { organisationId: row.id, slug: row.slug, name: row.name, contacts }
}

const MOST = 200

/** All referrals the asker takes part in, those with their turn first, then the newest. */
export async function referralsOf(db: Db, scope: Scope): Promise<ReferralView[]> {
  const companies = organisationsOf(scope, ...companyRoles)
  const offices = organisationsOf(scope, ...officeRoles)
  if (companies.length === 0) return []
  const rows = await db
    .selectFrom('referral')
    .innerJoin('cluster as home', 'home.id', 'referral.from_cluster_id')
    .innerJoin('cluster as partner', 'partner.id', 'referral.to_cluster_id')
    .select('referral.id')
    .where((where) =>
      where.or([
        where('referral.from_organisation_id', 'in', companies),
        where.exists(
          where
            .selectFrom('referral_step as step')
            .select('step.id')
            .whereRef('step.referral_id', '=', 'referral.id')
            .where('step.act', '=', 'passed-to')
            .where('step.to_organisation_id', 'in', companies),
        ),
        ...(offices.length > 0
          ? [
              where('home.managing_organisation_id', 'in', offices),
              where('partner.managing_organisation_id', 'in', offices),
            ]
          : []),
      ]),
    )
    .orderBy('referral.id', 'desc')
    .limit(MOST)
    .execute()
  const referrals = await loadReferrals(
    db,
    rows.map(({ id }) => id),
  )
  const views: ReferralView[] = []
  for (const referral of referrals) {
    const view = await viewOf(db, scope, referral)
    if (view) views.push(view)
  }
  return views.toSorted((one, other) => Number(other.acts.length > 0) - Number(one.acts.length > 0))
}

export type AskChoices = {
  companies: { id: string; name: ProfileText }[]
  clusters: { id: string; name: ProfileText }[]
}

/** For whom the asker may ask, and of whom: clusters to which an agreement in force opens introductions. */
export async function choicesOf(db: Db, scope: Scope, now: Date): Promise<AskChoices> {
  const own = organisationsOf(scope, ...companyRoles)
  const offices = organisationsOf(scope, ...officeRoles)
  if (own.length === 0) return { companies: [], clusters: [] }
  const companies = await db
    .selectFrom('cluster_membership as membership')
    .innerJoin('cluster', 'cluster.id', 'membership.cluster_id')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.id', 'organisation.name', 'cluster.managing_organisation_id as office'])
    .where('membership.until', 'is', null)
    .where((where) =>
      where.or([
        where('organisation.id', 'in', own),
        ...(offices.length > 0 ? [where('cluster.managing_organisation_id', 'in', offices)] : []),
      ]),
    )
    .orderBy('organisation.slug')
    .execute()
  const clusters = await db
    .selectFrom('cluster')
    .select(['id', 'name', 'managing_organisation_id'])
    .orderBy('slug')
    .execute()
  const homes = [...new Set(companies.map(({ office }) => office))]
  const open: AskChoices['clusters'] = []
  for (const { id, name, managing_organisation_id: toOfficeId } of clusters) {
    for (const fromOfficeId of homes) {
      if (fromOfficeId === toOfficeId || !(await agreementFor(db, { fromOfficeId, toOfficeId, now }))) continue
      open.push({ id, name })
      break
    }
  }
  const unique = [...new Map(companies.map(({ id, name }) => [id, { id, name }])).values()]
  return { companies: unique, clusters: open }
}

/** A member that somebody asks for by name, with a cluster it is in today; the names of members are public. */
export async function wantedMember(
  db: Db,
  _scope: Scope,
  slug: string,
  now: Date,
): Promise<{ slug: string; name: ProfileText; clusterId: string | null } | null> {
  const today = now.toISOString().slice(0, 10)
  const row = await db
    .selectFrom('organisation')
    .leftJoin('cluster_membership as membership', (join) =>
      join
        .onRef('membership.organisation_id', '=', 'organisation.id')
        .on((on) => on.or([on('membership.since', 'is', null), on('membership.since', '<=', today)]))
        .on((on) => on.or([on('membership.until', 'is', null), on('membership.until', '>=', today)])),
    )
    .select(['organisation.slug', 'organisation.name', 'membership.cluster_id as clusterId'])
    .where('organisation.slug', '=', slug)
    .orderBy('membership.since')
    .executeTakeFirst()
  return row ?? null
}

/** Members of the cluster that a coordinator may pass a referral to. */
export async function companiesOf(db: Db, scope: Scope, { referral }: ReferralView): Promise<AskChoices['companies']> {
  if (!holds(scope, referral.partnerOfficeId, ...officeRoles)) return []
  return db
    .selectFrom('cluster_membership as membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.id', 'organisation.name'])
    .where('membership.cluster_id', '=', referral.toClusterId)
    .where('membership.until', 'is', null)
    .orderBy('organisation.slug')
    .execute()
}
