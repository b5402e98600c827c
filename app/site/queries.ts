import type { Scope } from '../accounts/scope.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { Db } from '../platform/db/tables.ts'

export type Showcase = {
  alliance: { slug: string; name: Content } | null
  /** The newest agreement that its parties made public, with the names of its parties by side. */
  agreement: { reference: string; title: Translated; inAlliance: Content[]; others: Content[] } | null
}

/** What the front page shows: the first alliance, and the newest public agreement. */
export async function showcase(db: Db, _scope: Scope): Promise<Showcase> {
  const alliance = await db.selectFrom('alliance').select(['slug', 'name']).orderBy('id').limit(1).executeTakeFirst()
  const agreement = await db
    .selectFrom('publication')
    .innerJoin('agreement', 'agreement.id', 'publication.agreement_id')
    .innerJoin('entry_into_force as force', 'force.agreement_id', 'agreement.id')
    .select(['agreement.id', 'agreement.reference', 'agreement.title'])
    .orderBy('publication.published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { alliance: alliance ?? null, agreement: agreement ? await withParties(db, agreement) : null }
}

async function withParties(db: Db, { id, reference, title }: { id: string; reference: string; title: Translated }) {
  const parties = await db
    .selectFrom('agreement_party as party')
    .innerJoin('organisation', 'organisation.id', 'party.organisation_id')
    .where('party.agreement_id', '=', id)
    .select(['organisation.name', 'party.alliance_id'])
    .orderBy('party.position')
    .execute()
  const [first, ...rest] = parties
  // Where no alliance is a side of its own, the first party stands opposite the others.
  const hasAlliance = parties.some((party) => party.alliance_id)
  const inAlliance = hasAlliance ? parties.filter((party) => party.alliance_id) : rest
  const others = hasAlliance ? parties.filter((party) => !party.alliance_id) : first ? [first] : []
  return { reference, title, inAlliance: inAlliance.map(({ name }) => name), others: others.map(({ name }) => name) }
}

/** Addresses of public pages, without their language. */
export async function publicPaths(db: Db, _scope: Scope): Promise<string[]> {
  const slugs = async (table: 'alliance' | 'cluster' | 'organisation') =>
    (await db.selectFrom(table).select('slug').orderBy('id').execute()).map(({ slug }) => `/${table}s/${slug}`)
  const agreements = await db
    .selectFrom('publication')
    .innerJoin('agreement', 'agreement.id', 'publication.agreement_id')
    .select('agreement.reference')
    .orderBy('agreement.id')
    .execute()
  const events = await db
    .selectFrom('event_publication')
    .innerJoin('event', 'event.id', 'event_publication.event_id')
    .select('event.slug')
    .orderBy('event.id')
    .execute()
  return [
    '',
    '/about',
    '/organisations',
    '/agreements',
    '/events',
    '/verify',
    ...(await slugs('alliance')),
    ...(await slugs('cluster')),
    ...(await slugs('organisation')),
    ...events.map(({ slug }) => `/events/${slug}`),
    ...agreements.flatMap(({ reference }) => [`/agreements/${reference}`, `/verify/${reference}`]),
  ]
}
