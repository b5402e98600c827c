import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { readAgain } from './reading.ts'
import { remindOfExpiry } from './reminding.ts'

/** Once a day: which needs expire soon, and which are to be read with a newer thesaurus. */
export const needJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'needs.remind',
    schema: z.object({}),
    every: { cron: '41 5 * * *', timeZone: 'UTC' },
    work: async () => {
      const reminded = await remindOfExpiry(services())
      const read = await readAgain(services())
      if (reminded + read > 0) services().log('needs-swept', { reminded, read })
    },
  }),
]
