import type { Catalogue } from '../en.ts'

export const accreditation: Catalogue['accreditation'] = {
  title: '取材登録',
}
