import { accounts } from './de/accounts.ts'
import { agreements } from './de/agreements.ts'
import { common } from './de/common.ts'
import { errors } from './de/errors.ts'
import type { Catalogue } from './en.ts'

export const de: Catalogue = {
  accounts,
  agreements,
  common,
  errors,
}
