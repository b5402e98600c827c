import { z } from 'zod'
import { defineJob, type JobHandler } from '../platform/jobs/handler.ts'
import type { Services } from '../web/env.ts'
import { distribute } from './distribution/distributing.ts'
import { liftDue } from './lifting.ts'

/** What happens by itself. Nobody waits for it to read: it notes liftings and sends what follows. */
export const pressJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'press.lift',
    schema: z.object({}),
    every: { cron: '* * * * *', timeZone: 'UTC' },
    work: async () => {
      const { lifted } = await liftDue(services())
      if (lifted.length > 0) services().log('releases-lifted', { count: lifted.length })
    },
  }),
  defineJob({
    name: 'press.distribute',
    schema: z.object({ releaseId: z.uuid() }),
    retry: { times: 20, delaySeconds: 15 },
    work: async (_db, { releaseId }) => {
      const { mailed } = await distribute(services(), releaseId)
      if (mailed > 0) services().log('release-mailed', { release: releaseId, mails: mailed })
    },
  }),
]
