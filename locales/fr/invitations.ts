import type { Catalogue } from '../en.ts'

export const invitations: Catalogue['invitations'] = {
  title: 'Invitations',
}
