import { z } from 'zod'
import { defineJob, type JobHandler } from '../platform/jobs/handler.ts'
import type { Services } from '../web/env.ts'
import { askFollowUps } from './asking.ts'
import { planFollowUps } from './planning.ts'

/** What happens after an introduction: questions are planned, and asked on their days. */
export const impactJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'impact.introduced',
    schema: z.object({ referralId: z.uuid(), at: z.iso.datetime() }),
    work: (db, { referralId, at }) => planFollowUps(db, referralId, new Date(at)),
  }),
  defineJob({
    name: 'impact.ask',
    schema: z.object({}),
    every: { cron: '37 6 * * *', timeZone: 'UTC' },
    work: async () => {
      const asked = await askFollowUps(services())
      if (asked > 0) services().log('follow-ups-asked', { asked })
    },
  }),
]
