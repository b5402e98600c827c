import type { Catalogue } from '../en.ts'

export const access: Catalogue['access'] = {
  title: '入場',
}
