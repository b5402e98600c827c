import type { Catalogue } from '../en.ts'

export const press: Catalogue['press'] = {
  title: 'Presse',
}
