import type { Scope } from '../accounts/scope.ts'
import { localTime } from '../language/times.ts'
import type { ProfileText } from '../organisations/profileText.ts'
import type { Db } from '../platform/db/tables.ts'
import { indicators } from './indicators/all.ts'
import type { CountedRow, Indicator } from './indicators/indicator.ts'
import { before, type Period, periodOf } from './period.ts'
import { readsReport, readsRows } from './policy.ts'

export type ReportPlace = { id: string; slug: string; name: ProfileText; timeZone: string }

/** An organisation whose figures the asker reads; null for everybody else. */
export async function reportPlace(db: Db, scope: Scope, slug: string): Promise<ReportPlace | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name', 'time_zone as timeZone'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row && readsReport(scope, row.id) ? row : null
}

export type Figure = { key: Indicator['key']; count: number; countBefore: number }

export type Report = { place: ReportPlace; period: Period; periodBefore: Period; figures: Figure[] }

type Days = { from?: string | undefined; until?: string | undefined }

export const periodAsked = ({ timeZone }: ReportPlace, asked: Days, now: Date): Period =>
  periodOf(asked, localTime(now.toISOString(), timeZone).date, timeZone)

/** All figures of an organisation for a period, beside those of as many days before. */
export async function reportOf(db: Db, _scope: Scope, place: ReportPlace, period: Period): Promise<Report> {
  const periodBefore = before(period)
  const figures: Figure[] = []
  for (const { key, rows } of indicators)
    figures.push({
      key,
      count: (await rows(db, place.id, period)).length,
      countBefore: (await rows(db, place.id, periodBefore)).length,
    })
  return { place, period, periodBefore, figures }
}

const withheld = (row: CountedRow): CountedRow => (row.closed ? { ...row, text: row.closed, path: null } : row)

/** The rows behind one figure, without what they are about where that is not the asker's to read; null where there is no such indicator. */
export async function rowsBehind(
  db: Db,
  scope: Scope,
  place: ReportPlace,
  key: string,
  period: Period,
): Promise<{ key: Indicator['key']; rows: CountedRow[] } | null> {
  const indicator = indicators.find((one) => one.key === key)
  if (!indicator) return null
  const rows = await indicator.rows(db, place.id, period)
  return { key: indicator.key, rows: readsRows(scope, place.id) ? rows : rows.map(withheld) }
}
