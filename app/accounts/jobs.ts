import { z } from 'zod'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/tables.ts'
import { defineJob, type JobHandler } from '../platform/jobs/handler.ts'
import type { Log } from '../platform/log.ts'

const DAY = 24 * 60 * 60_000

/** How long what is over is kept (milliseconds), so that “this link has been used” can still be said. */
const keptFor = 90 * DAY

/** Every night: links, challenges and sessions that have been over for long are deleted. What happened stays in the activity record. */
export const accountJobs = ({ clock, log }: { clock: Clock; log: Log }): JobHandler[] => [
  defineJob({
    name: 'accounts.tidy',
    schema: z.object({}),
    every: { cron: '41 3 * * *', timeZone: 'UTC' },
    async work(db) {
      const deleted = await tidyAccounts(db, clock.now())
      if (deleted > 0) log('accounts.tidied', { deleted })
    },
  }),
]

/** @returns how many rows went. */
export async function tidyAccounts(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptFor)
  const gone = [
    await db.deleteFrom('sign_in_link').where('expires_at', '<', before).executeTakeFirst(),
    await db.deleteFrom('session').where('expires_at', '<', before).executeTakeFirst(),
    await db.deleteFrom('session').where('ended_at', '<', before).executeTakeFirst(),
    await db
      .deleteFrom('passkey_challenge')
      .where('expires_at', '<', new Date(now.getTime() - DAY))
      .executeTakeFirst(),
  ]
  return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0)
}
