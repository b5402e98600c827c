import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { remindOfUndertakings } from '../undertakings/reminding.ts'
import { remindOfEnds } from './reminding.ts'

/** Once a day: who is to be reminded of an end that comes nearer, or of something owed. */
export const lifeJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'agreements.remind',
    schema: z.object({}),
    every: { cron: '23 5 * * *', timeZone: 'UTC' },
    work: async () => {
      const ends = await remindOfEnds(services())
      const undertakings = await remindOfUndertakings(services())
      if (ends + undertakings > 0) services().log('agreements-reminded', { ends, undertakings })
    },
  }),
]
