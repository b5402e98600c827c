import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { Db } from '../db/tables.ts'
import { SCHEMA } from './boss.ts'
import type { JobHandler } from './handler.ts'
import type { Perform } from './start.ts'

/** `done` and `failed` count tries, so a job that failed once and then worked is in both. */
export type Drained = { done: number; failed: { name: string; error: unknown }[] }

/** Runs what is due, and what that adds, until nothing is due. */
export async function drainByHand(boss: PgBoss, handlers: readonly JobHandler[], perform: Perform): Promise<Drained> {
  const drained: Drained = { done: 0, failed: [] }
  for (let busy = true; busy;) {
    busy = false
    for (const handler of handlers) {
      // One by one: only so do they come in the order in which they were added.
      for (let job = await next(boss, handler); job; job = await next(boss, handler)) {
        busy = true
        await runOne(boss, handler, job, perform, drained)
      }
    }
  }
  return drained
}

async function next(boss: PgBoss, handler: JobHandler): Promise<JobWithMetadata | undefined> {
  const [job] = await boss.fetch<object>(handler.name, { includeMetadata: true })
  return job
}

async function runOne(
  boss: PgBoss,
  handler: JobHandler,
  job: JobWithMetadata,
  perform: Perform,
  drained: Drained,
): Promise<void> {
  try {
    await perform(handler, job)
  } catch (error) {
    drained.failed.push({ name: handler.name, error })
    await boss.fail(handler.name, job, { message: error instanceof Error ? error.message : String(error) })
    return
  }
  await boss.complete(handler.name, job)
  drained.done++
}

const GLANCE = 20

/** Waits until the workers have nothing due. */
export async function drainByWaiting(db: Db, handlers: readonly JobHandler[]): Promise<Drained> {
  const names = handlers.map(({ name }) => name)
  const before = await finished(db, names)
  while (await anyDue(db, names)) await wait(GLANCE)
  const after = await finished(db, names)
  return { done: after.done - before.done, failed: [] }
}

async function anyDue(db: Db, names: string[]): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (
      select from ${sql.table(`${SCHEMA}.job`)}
      where name = any(${names}::text[])
        and (state = 'active' or (state in ('created', 'retry') and start_after <= now()))
    ) as due`.execute(db)
  return rows[0]?.due ?? false
}

async function finished(db: Db, names: string[]): Promise<{ done: number }> {
  const { rows } = await sql<{ done: number }>`
    select count(*) as done from ${sql.table(`${SCHEMA}.job`)} where name = any(${names}::text[]) and state = 'completed'`.execute(
    db,
  )
  return { done: rows[0]?.done ?? 0 }
}
