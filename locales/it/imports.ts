import type { Catalogue } from '../en.ts'

export const imports: Catalogue['imports'] = {
  title: 'Importazione di membri',
}
