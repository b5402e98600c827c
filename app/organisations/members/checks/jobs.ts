import { z } from 'zod'
import { defineJob, type JobHandler } from '../../../platform/jobs/handler.ts'
import type { Services } from '../../../web/env.ts'
import { askYearly, forgetEarlier } from './yearly.ts'

/** The yearly round of profiles, a few a day. */
export const profileCheckJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'profiles.yearly',
    schema: z.object({}),
    every: { cron: '17 7 * * *', timeZone: 'UTC' },
    work: async () => {
      const [asked, forgotten] = [await askYearly(services()), await forgetEarlier(services())]
      if (asked + forgotten > 0) services().log('profiles-looked-after', { asked, forgotten })
    },
  }),
]
