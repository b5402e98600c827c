import { sql } from 'kysely'
import type { Db, Tx } from '../db/tables.ts'
import { SCHEMA } from './boss.ts'
import { GIVEN_UP } from './start.ts'

/** A job that was tried as often as its handler allows and given up. */
export type FailedJob = {
  id: string
  name: string
  data: unknown
  /** Why the last try failed, in the words of the error. */
  reason: string
  tries: number
  addedAt: Date
  givenUpAt: Date
}

/** Jobs that were given up, latest first, at most `limit`. They stay until they are retried or dismissed. */
export async function failedJobs(db: Db | Tx, limit = 100): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id, source_name as name, data, coalesce(source_output ->> 'message', source_output::text, '') as reason,
      source_retry_count + 1 as tries, source_created_on as "addedAt", created_on as "givenUpAt"
    from ${sql.table(`${SCHEMA}.job`)}
    where name = ${GIVEN_UP} and state = 'created'
    order by created_on desc
    limit ${limit}`.execute(db)
  return rows
}

/** Takes a job off the list for good: somebody decided that it need not be done. */
export async function dismissFailedJob(db: Db | Tx, id: string): Promise<void> {
  await sql`delete from ${sql.table(`${SCHEMA}.job`)} where name = ${GIVEN_UP} and id = ${id}::uuid`.execute(db)
}
