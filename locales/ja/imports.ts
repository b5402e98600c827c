import type { Catalogue } from '../en.ts'

export const imports: Catalogue['imports'] = {
  title: '会員名簿の取り込み',
}
