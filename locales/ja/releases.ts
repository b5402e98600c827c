import type { Catalogue } from '../en.ts'

export const releases: Catalogue['releases'] = {
  title: '報道発表',
}
