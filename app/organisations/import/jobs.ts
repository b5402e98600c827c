import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { forgetFiles } from './forgetting.ts'

export const importJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'imports.forget',
    schema: z.object({}),
    every: { cron: '23 4 * * *', timeZone: 'UTC' },
    work: async () => {
      await forgetFiles(services())
    },
  }),
]
