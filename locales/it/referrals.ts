import type { Catalogue } from '../en.ts'

export const referrals: Catalogue['referrals'] = {
  title: 'Presentazioni',
}
