import { sql } from 'kysely'
import { sqlState } from '../platform/db/failures.ts'
import type { Tx } from '../platform/db/tables.ts'

const STILL_REFERRED_TO = '23503'

/**
 * Whether nothing but a list and a profile hangs on an organisation, so that it can go: tried, and taken back. Accounts, agreements, needs
 * and introductions hold it.
 */
export async function isUnused(tx: Tx, id: string): Promise<boolean> {
  await sql`savepoint trying`.execute(tx)
  try {
    await removeOrganisation(tx, id)
    return true
  } catch (error) {
    if (sqlState(error) !== STILL_REFERRED_TO) throw error
    return false
  } finally {
    await sql`rollback to savepoint trying`.execute(tx)
  }
}

/** Takes an organisation with its profile out of all lists. @throws where something else refers to it */
export async function removeOrganisation(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('profile_part').where('organisation_id', '=', id).execute()
  await tx.deleteFrom('member_profile').where('organisation_id', '=', id).execute()
  await tx.deleteFrom('cluster_membership').where('organisation_id', '=', id).execute()
  await leaveIndex(tx, id)
  await tx.deleteFrom('organisation').where('id', '=', id).execute()
}

/** The index of the search holds members by their key; how often a term stands in public profiles is counted there. */
async function leaveIndex(tx: Tx, id: string): Promise<void> {
  await sql`
    with gone as (
      delete from posting where profile in (select profile from searched_profile where organisation_id = ${id})
      returning term_id, scope
    )
    update term set df = df - 1 where id in (select term_id from gone where scope = 0)`.execute(tx)
  await sql`delete from searched_profile where organisation_id = ${id}`.execute(tx)
  await sql`delete from search_scope where organisation_id = ${id}`.execute(tx)
  await sql`delete from search_due where organisation_id = ${id}`.execute(tx)
}
