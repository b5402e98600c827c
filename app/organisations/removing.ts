import { sql } from 'kysely'
import { sqlState } from '../platform/db/failures.ts'
import type { Tx } from '../platform/db/tables.ts'

const STILL_REFERRED_TO = '23503'

/** Whether nothing but a list and a profile hangs on an organisation, so that it can go. */
export const isUnused = async (tx: Tx, id: string): Promise<boolean> => (await unusedAmong(tx, [id])).length === 1

/**
 * Those of many organisations that can go: tried, and taken back. Accounts, agreements, needs and introductions hold one. As most lists are
 * free of such, all are tried together, and the halves where that fails.
 */
export async function unusedAmong(tx: Tx, ids: string[]): Promise<string[]> {
  if (ids.length === 0 || (await canGo(tx, ids))) return ids
  if (ids.length === 1) return []
  const middle = Math.ceil(ids.length / 2)
  return [...(await unusedAmong(tx, ids.slice(0, middle))), ...(await unusedAmong(tx, ids.slice(middle)))]
}

async function canGo(tx: Tx, ids: string[]): Promise<boolean> {
  await sql`savepoint trying`.execute(tx)
  try {
    await removeOrganisations(tx, ids)
    return true
  } catch (error) {
    if (sqlState(error) !== STILL_REFERRED_TO) throw error
    return false
  } finally {
    await sql`rollback to savepoint trying`.execute(tx)
    await sql`release savepoint trying`.execute(tx)
  }
}

/** Takes organisations with their profiles out of all lists. @throws where something else refers to one of them */
export async function removeOrganisations(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('profile_part').where('organisation_id', 'in', ids).execute()
  await tx.deleteFrom('member_profile').where('organisation_id', 'in', ids).execute()
  await tx.deleteFrom('cluster_membership').where('organisation_id', 'in', ids).execute()
  await leaveIndex(tx, ids)
  await tx.deleteFrom('organisation').where('id', 'in', ids).execute()
}

/** The index of the search holds members by their key; in how many public profiles a term stands is counted there. */
async function leaveIndex(tx: Tx, ids: string[]): Promise<void> {
  const profiles = tx.selectFrom('searched_profile').select('profile').where('organisation_id', 'in', ids)
  await sql`
    with gone as (delete from posting where profile in (${profiles}) returning term_id, profile, scope),
    fewer as (select term_id, count(distinct profile)::int as profiles from gone where scope = 0 group by term_id)
    update term set df = df - fewer.profiles from fewer where term.id = fewer.term_id`.execute(tx)
  await tx.deleteFrom('searched_profile').where('organisation_id', 'in', ids).execute()
  await tx.deleteFrom('search_scope').where('organisation_id', 'in', ids).execute()
  await tx.deleteFrom('search_due').where('organisation_id', 'in', ids).execute()
}
