import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { remindOfExpiry } from './reminding.ts'

/** Once a day: which needs expire soon. */
export const needJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'needs.remind',
    schema: z.object({}),
    every: { cron: '41 5 * * *', timeZone: 'UTC' },
    work: async () => {
      const count = await remindOfExpiry(services())
      if (count > 0) services().log('needs-reminded', { count })
    },
  }),
]
