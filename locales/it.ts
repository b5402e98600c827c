import { accounts } from './it/accounts.ts'
import { agreements } from './it/agreements.ts'
import { common } from './it/common.ts'
import { errors } from './it/errors.ts'
import type { Catalogue } from './en.ts'

export const it: Catalogue = {
  accounts,
  agreements,
  common,
  errors,
}
