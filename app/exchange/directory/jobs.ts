import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { mailNewHits } from './telling.ts'
import { forgetUnknown } from './unknown.ts'

/** Saved searches are asked again on Mondays, and questions that nobody asks any more are forgotten. */
export const directoryJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'directory.tell',
    schema: z.object({}),
    every: { cron: '20 5 * * 1', timeZone: 'UTC' },
    work: () => mailNewHits(services()),
  }),
  defineJob({
    name: 'directory.forget',
    schema: z.object({}),
    every: { cron: '40 0 * * *', timeZone: 'UTC' },
    work: (db) => forgetUnknown(db, services().clock.now()),
  }),
]
