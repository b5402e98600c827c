import { api } from './it/api.ts'
import { accounts } from './it/accounts.ts'
import { agreements } from './it/agreements.ts'
import { common } from './it/common.ts'
import { errors } from './it/errors.ts'
import { signing } from './it/signing.ts'
import { organisations } from './it/organisations.ts'
import { site } from './it/site.ts'
import { today } from './it/today.ts'
import { verification } from './it/verification.ts'
import type { Catalogue } from './en.ts'

export const it: Catalogue = {
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
