import type { z } from 'zod'
import type { Db, Tx } from '../db/tables.ts'

export type EnqueueOptions = {
  /** Not before this instant. */
  startAfter?: Date
  /** While a job of that name and key waits, another one is not added: the one waiting will do. */
  key?: string
}

/**
 * Adds a job in the caller's transaction: it exists if and only if the transaction commits.
 * @throws UnknownJob, or zod's error when the data does not fit the job's schema; both are mistakes in our code.
 */
export type Enqueue = (tx: Tx | Db, name: string, data: object, options?: EnqueueOptions) => Promise<void>

/** The same for many at once, in one statement. */
export type EnqueueAll = (
  tx: Tx | Db,
  name: string,
  jobs: readonly ({ data: object } & EnqueueOptions)[],
) => Promise<void>

export type JobContext = {
  enqueue: Enqueue
  /** 1 for the first try. */
  attempt: number
  /** Whether the job is given up if it fails now. */
  last: boolean
}

/** One kind of job: what it is called (`room.verb`), what data it takes, what it does. */
export type JobHandler<Data extends object = object> = {
  name: string
  schema: z.ZodType<Data>
  /** May run more than once for one job, so it looks first whether its work is done. Throwing means: try again later. */
  work(db: Db, data: Data, context: JobContext): Promise<void>
  /** Where one by one would be slow: several jobs at a time, each of which ends by itself. */
  together?: Together<Data>
  /** How often it is tried again, and how long after the first failure, in seconds; each further wait doubles up to an hour. */
  retry?: { times: number; delaySeconds: number }
  /** Longest a try may take, in seconds, before it counts as failed. */
  limitSeconds?: number
  /** Runs by itself with empty data: five cron fields, read in that zone (IANA name). */
  every?: { cron: string; timeZone: string }
}

export type Together<Data> = {
  /** How many are taken at a time. */
  size: number
  /** Gives back for each, in their order, what went wrong; undefined where nothing did. */
  work(db: Db, jobs: Data[], context: Pick<JobContext, 'enqueue'>): Promise<(Error | undefined)[]>
}

/** Ties the data's type to the schema; a list holds handlers of many kinds. */
export const defineJob = <Data extends object>(handler: JobHandler<Data>): JobHandler => handler

export const retryOf = (handler: JobHandler): { times: number; delaySeconds: number } =>
  handler.retry ?? { times: 5, delaySeconds: 30 }

export class UnknownJob extends Error {
  override readonly name = 'UnknownJob'
  constructor(name: string) {
    super(`No handler is registered for jobs named “${name}”`)
  }
}
