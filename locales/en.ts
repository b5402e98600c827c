import { accounts } from './en/accounts.ts'
import { agreements } from './en/agreements.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'

export const en = {
  accounts,
  agreements,
  common,
  errors,
}

/** The shape every language must fill: English sets it, the compiler holds the others to it. */
export type Catalogue = typeof en
