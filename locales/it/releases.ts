import type { Catalogue } from '../en.ts'

export const releases: Catalogue['releases'] = {
  title: 'Comunicati stampa',
}
