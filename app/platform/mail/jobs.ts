import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { defineJob, type JobHandler } from '../jobs/handler.ts'
import type { Log } from '../log.ts'
import { deliverMail, deliverMails } from './deliver.ts'
import { purgeMails } from './purge.ts'
import { deliveryJob } from './queue.ts'
import { connections, smtpSender } from './send.ts'

const DAY = 24 * 60 * 60_000

/** How long the content of mails is kept (milliseconds): long enough to answer "I never got it". */
export const keptFor = 90 * DAY

/** Delivering, and emptying old mails every night. Without a mail server mails stay in the outbox, to be read there. */
export function mailJobs({
  config,
  clock,
  log,
}: {
  config: Pick<Config, 'smtpUrl' | 'mailFrom'>
  clock: Clock
  log: Log
}): JobHandler[] {
  const { smtpUrl, mailFrom } = config
  const send = smtpUrl ? smtpSender({ smtpUrl, mailFrom }) : undefined
  return [
    defineJob({
      name: deliveryJob,
      schema: z.object({ mailId: z.uuid() }),
      limitSeconds: 5 * 60,
      async work(db, { mailId }, { enqueue }) {
        if (send) await deliverMail(db, mailId, { send, enqueue, clock, log })
      },
      // Each has a connection to itself, so that none of them waits for its turn while its lease runs.
      together: {
        size: connections / 2,
        async work(db, jobs, { enqueue }) {
          if (!send) return jobs.map(() => undefined)
          const ids = jobs.map(({ mailId }) => mailId)
          const settled = await deliverMails(db, ids, { send, enqueue, clock, log })
          return settled.map((one) => (one.status === 'rejected' ? errorOf(one.reason) : undefined))
        },
      },
    }),
    defineJob({
      name: 'mail.purge',
      schema: z.object({}),
      every: { cron: '17 3 * * *', timeZone: 'UTC' },
      async work(db) {
        const now = clock.now()
        const emptied = await purgeMails(db, now, { before: new Date(now.getTime() - keptFor) })
        if (emptied > 0) log('mail.purged', { emptied })
      },
    }),
  ]
}

const errorOf = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)))
