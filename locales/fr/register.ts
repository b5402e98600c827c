import type { Catalogue } from '../en.ts'

export const register: Catalogue['register'] = {
  title: 'Registre',
}
