import type { Catalogue } from '../en.ts'

export const imports: Catalogue['imports'] = {
  title: 'Import de membres',
}
