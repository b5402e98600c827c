import { sql } from 'kysely'
import { organisationsOf } from '../../accounts/scope.ts'
import { addToDate } from '../../language/dates.ts'
import { startOfDay } from '../../language/times.ts'
import { nameText } from '../../organisations/pages/profileText.tsx'
import type { DueItem, DueReader } from '../../web/due.ts'
import { REMINDED_BEFORE } from './reminding.ts'

/** Needs to be reviewed by the asker's cluster, and one's own that came back or expire soon. */
export const needDue: DueReader = async (db, scope, now, limit) => {
  const own = organisationsOf(scope, 'member', 'manager', 'coordinator')
  const homes = organisationsOf(scope, 'manager', 'coordinator')
  if (own.length === 0) return { items: [], total: 0 }
  const today = sql`(${now.toISOString()}::timestamptz at time zone need.zone)::date`
  // The latest step is looked up once for each need, and what is not listed is only counted.
  const rows = await db
    .selectFrom('need')
    .innerJoin('cluster', 'cluster.id', 'need.cluster_id')
    .innerJoinLateral(
      (join) =>
        join
          .selectFrom('need_step as step')
          .select('step.act')
          .whereRef('step.need_id', '=', 'need.id')
          .orderBy('step.at', 'desc')
          .orderBy('step.id', 'desc')
          .limit(1)
          .as('latest'),
      (on) => on.onTrue(),
    )
    .select(['need.id', 'need.reference', 'need.title', 'need.organisation_id', 'need.expires_on', 'need.zone'])
    .select(['cluster.managing_organisation_id as homeId', 'latest.act'])
    .select(sql<string>`count(*) over ()`.as('total'))
    .where(
      sql<boolean>`(cluster.managing_organisation_id = any(${homes}::uuid[]) and latest.act = 'submitted')
        or (need.organisation_id = any(${own}::uuid[]) and (latest.act = 'returned'
          or (latest.act in ('published', 'renewed')
            and need.expires_on between ${today} and ${today} + ${REMINDED_BEFORE}::int)))`,
    )
    .orderBy('need.expires_on')
    .orderBy('need.id')
    .limit(limit)
    .execute()
  const items = rows.map((row): DueItem => {
    const kind = kindOf[row.act as Awaited]
    return {
      kind: `need.${kind}`,
      subjectId: row.id,
      path: `/needs/${row.reference}`,
      text: (t, locale) => t.needs.due[kind]({ title: nameText(row.title, locale) }),
      side: 'yours',
      organisationId: kind === 'review' ? row.homeId : row.organisation_id,
      personId: null,
      due: kind === 'expiring' ? { at: endOfDay(row.expires_on, row.zone), zone: row.zone } : null,
    }
  })
  return { items, total: Number(rows[0]?.total ?? 0) }
}

type Awaited = 'submitted' | 'returned' | 'published' | 'renewed'

const kindOf = {
  submitted: 'review',
  returned: 'returned',
  published: 'expiring',
  renewed: 'expiring',
} as const satisfies Record<Awaited, string>

const endOfDay = (date: string, zone: string): Date =>
  new Date(Date.parse(startOfDay(addToDate(date, { days: 1 }), zone).instant) - 1)
