import type { Catalogue } from '../en.ts'

export const members: Catalogue['members'] = {
  title: 'Membres',
}
