import type { Catalogue } from '../en.ts'

export const undertakings: Catalogue['undertakings'] = {
  title: 'Engagements',
}
