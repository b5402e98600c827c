import type { Catalogue } from '../en.ts'

export const grants: Catalogue['grants'] = {
  title: 'Che cosa è aperto',
}
