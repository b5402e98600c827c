import { accounts } from './ja/accounts.ts'
import { agreements } from './ja/agreements.ts'
import { common } from './ja/common.ts'
import { errors } from './ja/errors.ts'
import type { Catalogue } from './en.ts'

export const ja: Catalogue = {
  accounts,
  agreements,
  common,
  errors,
}
