import type { Catalogue } from '../en.ts'

export const events: Catalogue['events'] = {
  title: 'Veranstaltungen',
}
