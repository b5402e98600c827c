import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db/tables.ts'

/**
 * How many required signatures have not landed. The database counts by the same function that its own guard asks (migration 0011):
 * 0 where there is no agreement to sign, 1 while nobody is named to sign it.
 */
export async function outstandingSignatures(db: Db | Tx, eventId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select ceremony_outstanding(${eventId}) as count`.execute(db)
  return rows[0]?.count ?? 0
}
