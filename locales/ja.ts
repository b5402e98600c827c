import { api } from './ja/api.ts'
import { accounts } from './ja/accounts.ts'
import { agreements } from './ja/agreements.ts'
import { common } from './ja/common.ts'
import { errors } from './ja/errors.ts'
import { signing } from './ja/signing.ts'
import { organisations } from './ja/organisations.ts'
import { site } from './ja/site.ts'
import { today } from './ja/today.ts'
import { verification } from './ja/verification.ts'
import type { Catalogue } from './en.ts'

export const ja: Catalogue = {
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
