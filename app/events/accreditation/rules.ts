import type { Content } from '../../language/translated.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'

/** Rules of coverage (取材に関する注意事項) as they stood at one time. */
export type CoverageRules = { id: string; version: number; text: Content; writtenAt: Date }

/** Every version, the one in force first. */
export async function rulesHistory(db: Db | Tx, eventId: string): Promise<CoverageRules[]> {
  const rows = await db
    .selectFrom('coverage_rules')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ id, version, text, written_at }) => ({ id, version, text, writtenAt: written_at }))
}

/** The rules in force, or null where the press office has written none. */
export async function rulesOf(db: Db | Tx, eventId: string): Promise<CoverageRules | null> {
  return (await rulesHistory(db, eventId))[0] ?? null
}
