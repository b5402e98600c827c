import type { Catalogue } from '../en.ts'

export const grants: Catalogue['grants'] = {
  title: '開放の範囲',
}
