import { accountJobs } from './accounts/jobs.ts'
import { agreementJobs } from './agreements/jobs.ts'
import { ceremonyJobs } from './ceremonies/jobs.ts'
import { eventJobs } from './events/jobs.ts'
import { registerJobs } from './agreements/register/jobs.ts'
import { undertakingJobs } from './agreements/undertakings/jobs.ts'
import { grantJobs } from './agreements/grants/jobs.ts'
import { memberJobs } from './organisations/members/jobs.ts'
import { importJobs } from './organisations/import/jobs.ts'
import { directoryJobs } from './exchange/directory/jobs.ts'
import { needJobs } from './exchange/needs/jobs.ts'
import { referralJobs } from './exchange/referrals/jobs.ts'
import { contactJobs } from './exchange/contacts/jobs.ts'
import { impactJobs } from './impact/jobs.ts'
import type { JobHandler } from './platform/jobs/handler.ts'
import { mailJobs } from './platform/mail/jobs.ts'
import { pressJobs } from './press/jobs.ts'
import type { Services } from './web/env.ts'

/** Everything that happens by itself, feature by feature. */
export const allJobs = (services: Services): JobHandler[] => [
  ...mailJobs(services),
  ...accountJobs(services),
  ...agreementJobs(() => services),
  ...eventJobs(() => services),
  ...ceremonyJobs(() => services),
  ...pressJobs(() => services),
  ...registerJobs(() => services),
  ...undertakingJobs(() => services),
  ...grantJobs(() => services),
  ...memberJobs(() => services),
  ...importJobs(() => services),
  ...directoryJobs(() => services),
  ...needJobs(() => services),
  ...referralJobs(() => services),
  ...contactJobs(() => services),
  ...impactJobs(() => services),
]
