import type { Catalogue } from '../en.ts'

export const contacts: Catalogue['contacts'] = {
  title: 'Journal des contacts',
}
