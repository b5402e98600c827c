import { api } from './de/api.ts'
import { accounts } from './de/accounts.ts'
import { agreements } from './de/agreements.ts'
import { common } from './de/common.ts'
import { errors } from './de/errors.ts'
import { signing } from './de/signing.ts'
import { organisations } from './de/organisations.ts'
import { site } from './de/site.ts'
import { today } from './de/today.ts'
import { verification } from './de/verification.ts'
import type { Catalogue } from './en.ts'

export const de: Catalogue = {
  accounts,
  api,
  agreements,
  common,
  errors,
  signing,
  organisations,
  site,
  today,
  verification,
}
