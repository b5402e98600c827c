import { type Clock, type ConstructorOptions, fromPglite, PgBoss } from 'pg-boss'
import type { Database } from '../db/open.ts'
import type { Log } from '../log.ts'

/** The tables of the queue; pg-boss makes and migrates them itself. */
export const SCHEMA = 'jobs'

/** Timers that wait for work must not be what keeps a process alive. */
const restingClock: Clock = {
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds).unref(),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (run, milliseconds) => setInterval(run, milliseconds).unref(),
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
}

/**
 * pg-boss on our database. On a server it keeps a few connections of its own, so that waiting for notifications and
 * fetching work never compete with requests; in the embedded database it shares the one there is.
 * `attended` is false where nothing should happen by itself: no workers, no schedules, no housekeeping.
 */
export async function openBoss(database: Database, attended: boolean, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    ...connectionTo(database),
    schema: SCHEMA,
    clock: restingClock,
    useListenNotify: attended,
    supervise: attended,
    schedule: attended,
    registerInstance: false,
    // How soon a dead worker's job is noticed, in seconds.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    // One process, few rows: rebuilding indexes and watching vacuum would be most of the work.
    reindex: database.kind === 'server',
    monitorVacuum: database.kind === 'server',
    openTelemetry: { enabled: false },
  })
  boss.on('error', (error) => log('jobs.error', { message: error.message }))
  boss.on('warning', (warning) => log('jobs.warning', { message: warning.message }))
  await boss.start()
  return boss
}

function connectionTo(database: Database): ConstructorOptions {
  if (database.embedded) return { db: fromPglite(database.embedded), backend: 'pglite' }
  return { connectionString: database.databaseUrl!, max: 4, application_name: 'musubi jobs' }
}
