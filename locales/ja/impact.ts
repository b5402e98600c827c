import type { Catalogue } from '../en.ts'

export const impact: Catalogue['impact'] = {
  title: '成果',
}
