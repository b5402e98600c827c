import { displaySafe } from '../../language/displaySafe.ts'
import type { ReleaseRecord } from '../record.ts'
import type { Line } from './composed.ts'

/** The page on which journalists apply, as a link; null for none, and for what is no address of a page. */
export function applyPage({ press }: ReleaseRecord): Line | null {
  const text = displaySafe(press.page ?? '')
  return /^https?:\/\/[^\s]+$/.test(text) ? [{ text, href: text }] : null
}
