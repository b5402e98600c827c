import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { takeReports } from './attending.ts'
import { reviewAccess } from './granting.ts'
import { releaseDue } from './releasing.ts'
import { workAccess } from './working.ts'

/** Asks the providers for what is wanted, then sends what is due. */
export async function letPeopleIn(services: Services): Promise<void> {
  await workAccess(services)
  await releaseDue(services)
}

/** What happens by itself so that everybody who was let in gets in. */
export const accessJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'access.review',
    schema: z.object({ registrationId: z.uuid() }),
    work: (_db, { registrationId }) => reviewAccess(services(), registrationId),
  }),
  defineJob({ name: 'access.work', schema: z.object({}), work: () => letPeopleIn(services()) }),
  defineJob({
    name: 'access.sweep',
    schema: z.object({}),
    every: { cron: '* * * * *', timeZone: 'UTC' },
    work: () => letPeopleIn(services()),
  }),
  defineJob({
    name: 'access.reports',
    schema: z.object({}),
    every: { cron: '*/10 * * * *', timeZone: 'UTC' },
    work: () => takeReports(services()),
  }),
]
