import type { Catalogue } from '../en.ts'

export const contacts: Catalogue['contacts'] = {
  title: '接触記録',
}
