import { accountJobs } from './accounts/jobs.ts'
import { agreementJobs } from './agreements/jobs.ts'
import { ceremonyJobs } from './ceremonies/jobs.ts'
import { eventJobs } from './events/jobs.ts'
import { referralJobs } from './exchange/referrals/jobs.ts'
import { needJobs } from './exchange/needs/jobs.ts'
import { directoryJobs } from './exchange/directory/jobs.ts'
import { searchJobs } from './exchange/search/jobs.ts'
import { mailInJobs } from './exchange/contacts/mailIn/jobs.ts'
import { importJobs } from './organisations/import/jobs.ts'
import { profileCheckJobs } from './organisations/members/checks/jobs.ts'
import { duplicateJobs } from './organisations/duplicates/jobs.ts'
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
  ...needJobs(() => services),
  ...referralJobs(() => services),
  ...searchJobs(() => services),
  ...directoryJobs(() => services),
  ...impactJobs(() => services),
  ...importJobs(() => services),
  ...mailInJobs(() => services),
  ...duplicateJobs(() => services),
  ...profileCheckJobs(() => services),
]
