import type { Locale } from '../../language/locales.ts'
import type { BoardSignatory } from '../board.ts'
import { shownName } from './reader.ts'

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** What stands in a signatory's seal: the family name as its bearer writes it, else initials; for an office, the organisation's. */
export function sealMark({ name, organisation }: BoardSignatory): { mark: string; lang: Locale } {
  if ('label' in name) return { mark: initials(shownName(organisation, 'en').text), lang: 'en' }
  const { family } = name.native
  if (JAPANESE.test(family)) return { mark: family, lang: 'ja' }
  const form = name.latin ?? name.native
  return { mark: initials(`${form.given ?? ''} ${form.family}`), lang: 'en' }
}

/** `Life Science Nord` → LSN; a single word gives its capitals, `BioWin` → BW. */
function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
  const letters = words.map((word) => word.charAt(0))
  const capitals = letters.length > 1 ? letters : Array.from((words[0] ?? name).matchAll(/\p{Lu}/gu), ([one]) => one)
  return capitals.slice(0, 4).join('') || name.slice(0, 2)
}
