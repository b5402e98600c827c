import { api } from './en/api.ts'
import { accounts } from './en/accounts.ts'
import { agreements } from './en/agreements.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { signing } from './en/signing.ts'
import { organisations } from './en/organisations.ts'
import { site } from './en/site.ts'
import { today } from './en/today.ts'
import { verification } from './en/verification.ts'

export const en = {
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

/** The shape every language must fill: English sets it, the compiler holds the others to it. */
export type Catalogue = typeof en
