import { sql } from 'kysely'
import { organisationsOf } from '../../accounts/scope.ts'
import { addToDate, daysBetween } from '../../language/dates.ts'
import { localTime, startOfDay } from '../../language/times.ts'
import { nameText } from '../../organisations/pages/profileText.tsx'
import type { DueItem, DueReader } from '../../web/due.ts'
import { latestAct } from './policy.ts'
import { REMINDED_BEFORE } from './reminding.ts'
import { stateOf } from './state.ts'
import type { NeedAct } from './tables.ts'

/** Needs to be reviewed by the asker's cluster, and one's own that came back or expire soon. */
export const needDue: DueReader = async (db, scope, now, limit) => {
  const own = organisationsOf(scope, 'member', 'manager', 'coordinator')
  const homes = organisationsOf(scope, 'manager', 'coordinator')
  if (own.length === 0) return { items: [], total: 0 }
  const soon = new Date(now.getTime() + (REMINDED_BEFORE + 2) * DAY).toISOString().slice(0, 10)
  const rows = await db
    .selectFrom('need')
    .innerJoin('cluster', 'cluster.id', 'need.cluster_id')
    .select(['need.id', 'need.reference', 'need.title', 'need.organisation_id', 'need.expires_on', 'need.zone'])
    .select(['cluster.managing_organisation_id as homeId', latestAct.as('latest')])
    .where(
      sql<boolean>`(cluster.managing_organisation_id = any(${homes}::uuid[]) and ${latestAct} = 'submitted')
        or (need.organisation_id = any(${own}::uuid[]) and (${latestAct} = 'returned'
          or (${latestAct} in ('published', 'renewed') and need.expires_on <= ${soon}::date
            and need.expires_on >= (${now}::timestamptz at time zone need.zone)::date)))`,
    )
    .orderBy('need.expires_on')
    .orderBy('need.id')
    .execute()
  const items = rows.flatMap((row): DueItem[] => {
    const today = localTime(now.toISOString(), row.zone).date
    const state = stateOf(row.latest as NeedAct | null, row.expires_on, today)
    const kind = kindOf[state]
    if (!kind || (kind === 'expiring' && daysBetween(today, row.expires_on) > REMINDED_BEFORE)) return []
    return [
      {
        kind: `need.${kind}`,
        subjectId: row.id,
        path: `/needs/${row.reference}`,
        text: (t, locale) => t.needs.due[kind]({ title: nameText(row.title, locale) }),
        side: 'yours',
        organisationId: kind === 'review' ? row.homeId : row.organisation_id,
        personId: null,
        due: kind === 'expiring' ? { at: endOfDay(row.expires_on, row.zone), zone: row.zone } : null,
      },
    ]
  })
  return { items: items.slice(0, limit), total: items.length }
}

const kindOf: Partial<Record<string, 'review' | 'returned' | 'expiring'>> = {
  submitted: 'review',
  returned: 'returned',
  published: 'expiring',
}

const DAY = 24 * 60 * 60 * 1000

const endOfDay = (date: string, zone: string): Date =>
  new Date(Date.parse(startOfDay(addToDate(date, { days: 1 }), zone).instant) - 1)
