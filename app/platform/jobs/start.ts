import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { fromKysely, type JobResult, type JobWithMetadata, type PgBoss } from 'pg-boss'
import type { Database } from '../db/open.ts'
import type { Db } from '../db/tables.ts'
import { type Log, silentLog } from '../log.ts'
import { openBoss, SCHEMA } from './boss.ts'
import { drainByHand, drainByWaiting, type Drained } from './drain.ts'
import { type Enqueue, type EnqueueAll, type JobHandler, retryOf, UnknownJob } from './handler.ts'

export type Jobs = {
  enqueue: Enqueue
  enqueueAll: EnqueueAll
  /** Comes back when no work is due any more, with what was done. Failed jobs wait for their next try and are not waited for. */
  drain(): Promise<Drained>
  /** Gives a job that was given up all its tries again. False when it is not there any more. */
  retry(failedJobId: string): Promise<boolean>
  /** Lets running jobs finish (at most ten seconds), then stops. */
  stop(): Promise<void>
}

export type JobsOptions = {
  /** False in tests: nothing runs by itself, only `drain` works, in the order in which jobs were added. */
  attended?: boolean
  /** True where the caller knows that no other process works on this database (the command line's one-off commands, tests). */
  alone?: boolean
  log?: Log
}

/** Jobs that were given up are copied here and stay until somebody looks; see `failed.ts`. */
export const GIVEN_UP = 'given-up'

const DAY = 24 * 60 * 60

/** A worker that has not been heard of for so long (seconds) is dead, and its job goes to another. */
const HEARTBEAT = 15

/**
 * Starts working through jobs. Every process may: a job runs in one of them at a time.
 * @param handlers every kind of job there is; adding a job of another name is an error.
 */
export async function startJobs(
  database: Database,
  handlers: readonly JobHandler[],
  { attended = true, alone = false, log = silentLog }: JobsOptions = {},
): Promise<Jobs> {
  const boss = await openBoss(database, attended, log)
  await makeQueues(boss, handlers)
  // Nobody else can be at work on the embedded database: what looks busy was left by a process that died.
  if (alone || database.kind === 'embedded') await giveBack(database.db)
  const enqueue = enqueueOn(boss, handlers)
  const perform = performOn(database, enqueue)
  if (attended) {
    await attend(boss, handlers, perform, performTogetherOn(database, enqueue))
    await keepSchedules(boss, handlers)
  }
  return {
    enqueue,
    enqueueAll: enqueueAllOn(boss, handlers),
    drain: () => (attended ? drainByWaiting(database.db, handlers) : drainByHand(boss, handlers, perform)),
    retry: async (id) => (await boss.redrive(GIVEN_UP, { ids: [id] })) > 0,
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

/** Jobs that a dead process held are due again at once, without waiting for its heartbeat to be missed. */
async function giveBack(db: Db): Promise<void> {
  await sql`update ${sql.table(`${SCHEMA}.job`)} set state = 'retry', start_after = now() where state = 'active'`.execute(
    db,
  )
}

async function makeQueues(boss: PgBoss, handlers: readonly JobHandler[]): Promise<void> {
  await makeQueue(boss, GIVEN_UP, { retentionSeconds: 3650 * DAY })
  for (const handler of handlers) {
    const { times, delaySeconds } = retryOf(handler)
    const options = {
      retryLimit: times,
      retryDelay: delaySeconds,
      retryBackoff: true,
      retryDelayMax: 60 * 60,
      expireInSeconds: handler.limitSeconds ?? 5 * 60,
      heartbeatSeconds: HEARTBEAT,
      retentionSeconds: 400 * DAY,
      deleteAfterSeconds: 7 * DAY,
      deadLetter: GIVEN_UP,
      notify: true,
    }
    await makeQueue(boss, handler.name, options, 'short')
  }
}

/** Settings may have changed since the queue was made; its policy cannot. */
async function makeQueue(boss: PgBoss, name: string, options: object, policy = 'standard'): Promise<void> {
  if (await boss.getQueue(name)) await boss.updateQueue(name, options)
  else await boss.createQueue(name, { ...options, policy })
}

function enqueueAllOn(boss: PgBoss, handlers: readonly JobHandler[]): EnqueueAll {
  const known = new Map(handlers.map((handler) => [handler.name, handler]))
  return async (tx, name, jobs) => {
    const handler = known.get(name)
    if (!handler) throw new UnknownJob(name)
    if (jobs.length === 0) return
    for (const { data } of jobs) handler.schema.parse(data)
    const rows = jobs.map(({ data, key, startAfter }) => ({
      data,
      singletonKey: key ?? randomUUID(),
      ...(startAfter && { startAfter }),
    }))
    await boss.insert(name, rows, { db: fromKysely(tx) })
  }
}

function enqueueOn(boss: PgBoss, handlers: readonly JobHandler[]): Enqueue {
  const known = new Map(handlers.map((handler) => [handler.name, handler]))
  return async (tx, name, data, { startAfter, key } = {}) => {
    const handler = known.get(name)
    if (!handler) throw new UnknownJob(name)
    // What was checked is not what is stored: schemas may turn text into dates, and only text survives.
    handler.schema.parse(data)
    // Queues of the policy "short" hold one waiting job a key; without a key every job is its own.
    const singletonKey = key ?? randomUUID()
    await boss.send(name, data, { db: fromKysely(tx), singletonKey, ...(startAfter && { startAfter }) })
  }
}

export type Perform = (handler: JobHandler, job: JobWithMetadata) => Promise<void>

const performOn =
  (database: Database, enqueue: Enqueue): Perform =>
  async (handler, job) => {
    const data = handler.schema.parse(job.data ?? {})
    const attempt = job.retryCount + 1
    await handler.work(database.db, data, { enqueue, attempt, last: attempt > job.retryLimit })
  }

type PerformTogether = (handler: JobHandler, jobs: JobWithMetadata[]) => Promise<JobResult[]>

const performTogetherOn =
  (database: Database, enqueue: Enqueue): PerformTogether =>
  async (handler, jobs) => {
    const errors = await handler.together!.work(
      database.db,
      jobs.map((job) => handler.schema.parse(job.data ?? {})),
      { enqueue },
    )
    return jobs.map(({ id }, index) => {
      const error = errors[index]
      if (error === undefined) return { id, status: 'completed' }
      return { id, status: 'failed', output: { message: error.message } }
    })
  }

/** How many batches of one kind a process works on: while one waits for the network, the other uses the database. */
const BATCHES = 2

async function attend(
  boss: PgBoss,
  handlers: readonly JobHandler[],
  perform: Perform,
  performTogether: PerformTogether,
): Promise<void> {
  // Notifications wake it at once; asking every half minute catches retries and what a lost connection missed.
  const options = { includeMetadata: true, notifyPollingIntervalSeconds: 30, pollingIntervalSeconds: 5 } as const
  for (const handler of handlers) {
    let worker = ''
    if (handler.together) {
      const many = {
        ...options,
        batchSize: handler.together.size,
        localConcurrency: BATCHES,
        // Each of them looks for more at once, as long as there is enough for all.
        burstWhenBatchFull: true,
        perJobResults: true,
      } as const
      worker = await boss.work<object, void, typeof many>(handler.name, many, async (jobs) => {
        boss.notifyWorker(worker)
        return performTogether(handler, jobs)
      })
      continue
    }
    worker = await boss.work<object, void, typeof options>(handler.name, options, async ([job]) => {
      // Many notifications at once wake it once: where one job was, it looks for the next without waiting.
      boss.notifyWorker(worker)
      if (job) await perform(handler, job)
    })
  }
}

/** Schedules live in the database: those no handler asks for any more go. */
async function keepSchedules(boss: PgBoss, handlers: readonly JobHandler[]): Promise<void> {
  const wanted = new Map(handlers.filter(({ every }) => every).map((handler) => [handler.name, handler]))
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name)
  for (const { name, every } of wanted.values()) {
    await boss.schedule(name, every!.cron, {}, { tz: every!.timeZone, missed: 'once' })
  }
}
