import { z } from 'zod'
import { defineJob, type JobHandler } from '../../../platform/jobs/handler.ts'
import type { Services } from '../../../web/env.ts'
import { forgetDrafts } from './forgetting.ts'

export const mailInJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'mail-in.forget',
    schema: z.object({}),
    every: { cron: '41 4 * * *', timeZone: 'UTC' },
    work: async () => {
      await forgetDrafts(services())
    },
  }),
]
