import type { Catalogue } from '../en.ts'

export const handover: Catalogue['handover'] = {
  title: 'Übergabe',
}
