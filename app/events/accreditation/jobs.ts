import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { deleteProofs } from './proofs/deleting.ts'

export const accreditationJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'accreditation.delete-proofs',
    schema: z.object({}),
    every: { cron: '17 3 * * *', timeZone: 'UTC' },
    async work() {
      const { deleted } = await deleteProofs(services())
      if (deleted > 0) services().log('press-proofs-deleted', { deleted })
    },
  }),
]
