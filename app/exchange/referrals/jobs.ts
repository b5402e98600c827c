import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { sweepReferrals } from './sweeping.ts'

/** Deadlines of referrals, looked at every hour. */
export const referralJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'referrals.sweep',
    schema: z.object({}),
    every: { cron: '7 * * * *', timeZone: 'UTC' },
    work: async () => {
      const moved = await sweepReferrals(services())
      if (moved > 0) services().log('referrals-swept', { moved })
    },
  }),
]
