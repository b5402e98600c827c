import { holds, isOperator, type Scope } from '../../accounts/scope.ts'
import { actorOf } from '../../accounts/activity.ts'
import { isZone } from '../../language/times.ts'
import type { Locale } from '../../language/locales.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { json } from '../../platform/db/values.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import type { ProfileText } from '../profileText.ts'
import type { OrganisationKind } from '../tables.ts'

export type NewMember = {
  clusterId: string
  /** The short name in its address; from the name where none is given. */
  slug?: string | undefined
  name: ProfileText
  kind: OrganisationKind
  legalForm?: string | null | undefined
  /** ISO 3166-1 alpha-2. */
  country: string
  seat?: ProfileText | null | undefined
  website?: string | null | undefined
  /** IANA name; that of whoever runs the cluster where none is given. */
  timeZone?: string | undefined
  language: Locale
  /** `YYYY-MM-DD`. */
  since?: string | null | undefined
}

export type AdmittingRefusal = { refused: 'not-yours' | 'no-such-cluster' | 'slug-taken' }

type Admitted = { organisationId: string; slug: string }

/** Takes an organisation into a cluster: the organisation itself, its membership, and an empty profile. */
export const admitMember = (
  services: Services,
  scope: Scope,
  member: NewMember,
): Promise<Admitted | AdmittingRefusal> =>
  transaction(services.database.db, (tx) => admitMemberIn(tx, scope, member, services.clock.now()))

/** The same as part of a greater act. */
export async function admitMemberIn(
  tx: Tx,
  scope: Scope,
  member: NewMember,
  now: Date,
): Promise<Admitted | AdmittingRefusal> {
  const home = await homeOf(tx, member.clusterId)
  if (!home) return { refused: 'no-such-cluster' }
  if (!isOperator(scope) && !holds(scope, home.id, 'manager', 'coordinator')) return { refused: 'not-yours' }
  const slug = member.slug ?? (await freeSlug(tx, member.name))
  const taken = await tx.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirst()
  if (taken) return { refused: 'slug-taken' }
  const id = newId()
  const timeZone = member.timeZone && isZone(member.timeZone) ? member.timeZone : home.timeZone
  await tx
    .insertInto('organisation')
    .values({
      id,
      slug,
      kind: member.kind,
      name: json(member.name),
      legal_form: member.legalForm ?? null,
      country: member.country,
      seat: member.seat ? json(member.seat) : null,
      time_zone: timeZone,
      latitude: null,
      longitude: null,
      website: member.website ?? null,
      description: null,
      created_at: now,
    })
    .execute()
  await tx
    .insertInto('cluster_membership')
    .values({
      id: newId(),
      organisation_id: id,
      cluster_id: member.clusterId,
      since: member.since ?? null,
      until: null,
    })
    .execute()
  await tx
    .insertInto('member_profile')
    .values({
      organisation_id: id,
      language: member.language,
      created_by: scope.person?.personId ?? null,
      created_at: now,
      withdrawn_at: null,
    })
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'organisation', id },
    verb: 'member.admitted',
    actor: actorOf(scope, home.id),
    facts: { slug, cluster: member.clusterId },
    at: now,
  })
  return { organisationId: id, slug }
}

async function homeOf(tx: Tx, clusterId: string) {
  const row = await tx
    .selectFrom('cluster')
    .innerJoin('organisation', 'organisation.id', 'cluster.managing_organisation_id')
    .select(['organisation.id', 'organisation.time_zone'])
    .where('cluster.id', '=', clusterId)
    .executeTakeFirst()
  return row && { id: row.id, timeZone: row.time_zone }
}

/** A short name from the Latin letters of the name; names without any get a number. */
async function freeSlug(tx: Tx, name: ProfileText): Promise<string> {
  const [latin = ''] = Object.values(name.text)
    .map((text) =>
      text
        .normalize('NFKD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '')
        .slice(0, 60)
        .replace(/-$/, ''),
    )
    .filter(Boolean)
    .toSorted((one, other) => other.length - one.length)
  const base = latin || 'member'
  const rows = await tx.selectFrom('organisation').select('slug').where('slug', 'like', `${base}%`).execute()
  const taken = new Set(rows.map(({ slug }) => slug))
  if (latin && !taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}

/** An organisation leaves one of its clusters; others it is in, its profile and its past stay. */
export async function endMembership(
  services: Services,
  scope: Scope,
  { organisationId, clusterId, until }: { organisationId: string; clusterId: string; until: string },
): Promise<{ ended: true } | { refused: 'not-yours' | 'no-such-cluster' | 'not-a-member' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const home = await homeOf(tx, clusterId)
    if (!home) return { refused: 'no-such-cluster' as const }
    if (!isOperator(scope) && !holds(scope, home.id, 'manager', 'coordinator')) return { refused: 'not-yours' as const }
    const ended = await tx
      .updateTable('cluster_membership')
      .set({ until })
      .where('organisation_id', '=', organisationId)
      .where('cluster_id', '=', clusterId)
      .where((where) => where.or([where('until', 'is', null), where('until', '>', until)]))
      .executeTakeFirst()
    if (Number(ended.numUpdatedRows) === 0) return { refused: 'not-a-member' as const }
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: organisationId },
      verb: 'member.left',
      actor: actorOf(scope, home.id),
      facts: { cluster: clusterId, until },
      at: now,
    })
    return { ended: true as const }
  })
}
