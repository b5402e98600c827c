import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { lookForDuplicates, lookWhereDue } from './looking.ts'

export const duplicateJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'duplicates.look',
    schema: z.object({}),
    work: async () => {
      await lookForDuplicates(services())
    },
  }),
  // Also what follows an import: it is looked for afterwards, not while somebody waits for the list to be applied.
  defineJob({
    name: 'duplicates.sweep',
    schema: z.object({}),
    every: { cron: '*/10 * * * *', timeZone: 'UTC' },
    work: () => lookWhereDue(services()),
  }),
]
