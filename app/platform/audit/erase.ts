import { sql } from 'kysely'
import type { Tx } from '../db/tables.ts'
import './tables.ts'

/**
 * Deletes every personal value of one person from all chains, with the salts that could confirm a guess. The chains
 * still verify; in the place of each value the check says "erased". That it was done is for the caller to record.
 * @returns how many values are gone.
 */
export async function erasePersonal(tx: Tx, personId: string): Promise<number> {
  const deleted = await tx.deleteFrom('activity_personal').where('person_id', '=', personId).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

/** The same for somebody who has no account here, such as a person invited by mail: by the exact value. */
export async function erasePersonalValue(tx: Tx, value: string): Promise<number> {
  const deleted = await tx
    .deleteFrom('activity_personal')
    // The index is on the digest, because an entry of an index cannot hold a long text.
    .where(sql<boolean>`md5(value) = md5(${value})`)
    .where('value', '=', value)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
