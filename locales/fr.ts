import { accounts } from './fr/accounts.ts'
import { agreements } from './fr/agreements.ts'
import { common } from './fr/common.ts'
import { errors } from './fr/errors.ts'
import type { Catalogue } from './en.ts'

export const fr: Catalogue = {
  accounts,
  agreements,
  common,
  errors,
}
