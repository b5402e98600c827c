import type { JobHandler } from '../platform/jobs/handler.ts'
import type { Services } from '../web/env.ts'
import { accessJobs } from './access/jobs.ts'
import { accreditationJobs } from './accreditation/jobs.ts'
import { eventPageJobs } from './eventJobs.ts'
import { invitationJobs } from './invitations/jobs.ts'

/** What happens by itself around events. */
export const eventJobs = (services: () => Services): JobHandler[] => [
  ...eventPageJobs(services),
  ...accreditationJobs(services),
  ...accessJobs(services),
  ...invitationJobs(services),
]
