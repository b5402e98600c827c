import type { Catalogue } from '../en.ts'

export const ceremonies: Catalogue['ceremonies'] = {
  title: 'Cerimonie',
}
