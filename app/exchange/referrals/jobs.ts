import type { JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'

export const referralJobs = (_services: () => Services): JobHandler[] => []
