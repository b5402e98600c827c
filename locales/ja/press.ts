import type { Catalogue } from '../en.ts'

export const press: Catalogue['press'] = {
  title: '報道',
}
