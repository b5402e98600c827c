import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { indexDue, markDue } from './indexing.ts'

/** What keeps the index as the profiles are. Triggers note what has changed, so that no writer can forget to say so. */
export const searchJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'search.sweep',
    schema: z.object({}),
    every: { cron: '* * * * *', timeZone: 'UTC' },
    work: async () => {
      await indexDue(services())
    },
  }),
  defineJob({
    name: 'search.day',
    schema: z.object({}),
    every: { cron: '5 0 * * *', timeZone: 'UTC' },
    work: (db) => markDue(db, services().clock.now()),
  }),
]
