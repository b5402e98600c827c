import type { Catalogue } from '../en.ts'

export const directory: Catalogue['directory'] = {
  title: '会員検索',
}
