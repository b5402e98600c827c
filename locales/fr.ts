import { common } from './fr/common.ts'
import { errors } from './fr/errors.ts'
import type { Catalogue } from './en.ts'

export const fr: Catalogue = { common, errors }
