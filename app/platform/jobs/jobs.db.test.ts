import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../test/harness/testDatabase.ts'
import { transaction } from '../db/transaction.ts'
import { newId } from '../ids.ts'
import { dismissFailedJob, failedJobs } from './failed.ts'
import { defineJob, type JobHandler, UnknownJob } from './handler.ts'
import { type Jobs, type JobsOptions, startJobs } from './start.ts'

/** Each test has a queue of its own name, so what others leave behind is not its business. */
function newQueue() {
  const name = `test.${newId()}`
  const seen: string[] = []
  const handler = (more: Partial<JobHandler<{ word: string }>> = {}) =>
    defineJob({
      name,
      schema: z.object({ word: z.string() }),
      work: async (_, { word }) => void seen.push(word),
      ...more,
    })
  return { name, seen, handler }
}

async function start(handlers: JobHandler[], options: JobsOptions = { attended: false }): Promise<Jobs> {
  const jobs = await startJobs(await testDatabase(), handlers, options)
  onTestFinished(() => jobs.stop())
  return jobs
}

const broken = async () => {
  throw new Error('mail server says no')
}

test('a job exists when its transaction commits, and not when it does not', async () => {
  const { db } = await testDatabase()
  const { name, seen, handler } = newQueue()
  const jobs = await start([handler()])
  await transaction(db, (tx) => jobs.enqueue(tx, name, { word: 'kept' }))
  const undone = transaction(db, async (tx) => {
    await jobs.enqueue(tx, name, { word: 'undone' })
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  expect(await jobs.drain()).toEqual({ done: 1, failed: [] })
  expect(seen).toEqual(['kept'])
})

test('draining also runs what the jobs add', async () => {
  const { db } = await testDatabase()
  const { name, seen, handler } = newQueue()
  const jobs = await start([
    handler({
      work: async (_, { word }, { enqueue }) => {
        seen.push(word)
        if (word.length < 3) await enqueue(db, name, { word: `${word}a` })
      },
    }),
  ])
  await jobs.enqueue(db, name, { word: 'a' })
  expect((await jobs.drain()).done).toBe(3)
  expect(seen).toEqual(['a', 'aa', 'aaa'])
})

test('wrong names and wrong data are refused where they are written', async () => {
  const { db } = await testDatabase()
  const { name, handler } = newQueue()
  const jobs = await start([handler()])
  await expect(jobs.enqueue(db, 'test.unheard-of', {})).rejects.toThrow(UnknownJob)
  await expect(jobs.enqueue(db, name, { word: 5 })).rejects.toThrow(z.ZodError)
})

test('a failing job is tried again, then given up where it can be seen, retried and dismissed', async () => {
  const { db } = await testDatabase()
  const { name, seen, handler } = newQueue()
  const failing = await start([handler({ work: broken, retry: { times: 1, delaySeconds: 30 } })])
  await failing.enqueue(db, name, { word: 'letter' })
  expect((await failing.drain()).failed).toMatchObject([{ name, error: { message: 'mail server says no' } }])
  expect((await failing.drain()).failed).toEqual([]) // It waits for its second try.
  await makeDue(name)
  expect((await failing.drain()).failed).toHaveLength(1)

  const [given] = (await failedJobs(db)).filter((job) => job.name === name)
  expect(given).toMatchObject({
    data: { word: 'letter' },
    reason: 'mail server says no',
    tries: 2,
    addedAt: expect.any(Date),
  })

  const mended = await start([handler()])
  expect(await mended.retry(given!.id)).toBe(true)
  await mended.drain()
  expect(seen).toEqual(['letter'])
  expect((await failedJobs(db)).filter((job) => job.name === name)).toEqual([])
  expect(await mended.retry(given!.id)).toBe(false)
})

test('a job that was given up can be dismissed', async () => {
  const { db } = await testDatabase()
  const { name, handler } = newQueue()
  const jobs = await start([handler({ work: broken, retry: { times: 0, delaySeconds: 1 } })])
  await jobs.enqueue(db, name, { word: 'letter' })
  await jobs.drain()
  const [given] = (await failedJobs(db)).filter((job) => job.name === name)
  await dismissFailedJob(db, given!.id)
  expect((await failedJobs(db)).filter((job) => job.name === name)).toEqual([])
})

test('each wait is longer than the one before', async () => {
  const { db } = await testDatabase()
  const { name, handler } = newQueue()
  const jobs = await start([handler({ work: broken, retry: { times: 4, delaySeconds: 60 } })])
  await jobs.enqueue(db, name, { word: 'letter' })
  const waits: number[] = []
  for (let attempt = 0; attempt < 3; attempt++) {
    await jobs.drain()
    waits.push(await secondsUntilDue(name))
    await makeDue(name)
  }
  // pg-boss shakes the waits a little, so that not everything comes back at once.
  expect(waits[2]).toBeGreaterThan(waits[0]!)
  expect(Math.max(...waits)).toBeLessThanOrEqual(3600)
})

test('while a job waits, another one with its key is not added', async () => {
  const { db } = await testDatabase()
  const { name, seen, handler } = newQueue()
  const jobs = await start([handler()])
  await jobs.enqueue(db, name, { word: 'first' }, { key: 'a' })
  await jobs.enqueue(db, name, { word: 'second' }, { key: 'a' })
  await jobs.enqueue(db, name, { word: 'other' }, { key: 'b' })
  await jobs.drain()
  await jobs.enqueue(db, name, { word: 'third' }, { key: 'a' })
  await jobs.drain()
  expect(seen).toEqual(['first', 'other', 'third'])
})

test('a job for later is left for later', async () => {
  const { db } = await testDatabase()
  const { name, seen, handler } = newQueue()
  const jobs = await start([handler()])
  await jobs.enqueue(db, name, { word: 'later' }, { startAfter: new Date(Date.now() + 3_600_000) })
  await jobs.drain()
  expect(seen).toEqual([])
})

test('attended, jobs run by themselves as soon as they are there', async () => {
  const { db } = await testDatabase()
  const { name, seen, handler } = newQueue()
  const jobs = await start([handler()], {})
  await transaction(db, (tx) => jobs.enqueue(tx, name, { word: 'now' }))
  expect(await jobs.drain()).toMatchObject({ done: 1 })
  expect(seen).toEqual(['now'])
})

test('attended, a backlog is worked off without pauses', async () => {
  const { db } = await testDatabase()
  const { name, seen, handler } = newQueue()
  const words = Array.from({ length: 20 }, (_, n) => String(n))
  const before = await start([handler()])
  for (const word of words) await before.enqueue(db, name, { word })
  const jobs = await start([handler()], {})
  await jobs.drain()
  expect(seen).toEqual(words)
})

test('schedules are kept, and those nobody asks for any more go', async () => {
  const { db } = await testDatabase()
  const { name, handler } = newQueue()
  const scheduled = async () => {
    const { rows } = await sql<{
      cron: string
      timezone: string
    }>`select cron, timezone from jobs.schedule where name = ${name}`.execute(db)
    return rows
  }
  const first = await startJobs(await testDatabase(), [
    handler({ every: { cron: '0 7 * * 1', timeZone: 'Asia/Tokyo' } }),
  ])
  expect(await scheduled()).toEqual([{ cron: '0 7 * * 1', timezone: 'Asia/Tokyo' }])
  await first.stop()
  await start([handler()], {})
  expect(await scheduled()).toEqual([])
})

test('stopping waits for the job that runs', async () => {
  const { db } = await testDatabase()
  const { name, handler } = newQueue()
  const begun = Promise.withResolvers<void>()
  let ended = false
  const work = async () => {
    begun.resolve()
    await wait(200)
    ended = true
  }
  const jobs = await startJobs(await testDatabase(), [handler({ work })])
  await jobs.enqueue(db, name, { word: 'slow' })
  await begun.promise
  await jobs.stop()
  expect(ended).toBe(true)
})

async function makeDue(name: string): Promise<void> {
  const { db } = await testDatabase()
  await sql`update jobs.job set start_after = now() where name = ${name} and state = 'retry'`.execute(db)
}

async function secondsUntilDue(name: string): Promise<number> {
  const { db } = await testDatabase()
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from start_after - now())::float8 as seconds from jobs.job where name = ${name} and state = 'retry'`.execute(
    db,
  )
  return rows[0]!.seconds
}
