import { displaySafe } from './displaySafe.ts'
import type { Locale } from './locales.ts'

/**
 * One spelling of a name. Somebody with a single name has it in `family`; a contact known by surname (永田) has no
 * `given`.
 */
export type NameForm = { family: string; given?: string }

/**
 * A person's name. `native` is how they write it themselves, in `order`. `latin` is its Latin form where the native
 * script is another; `kana` its reading: ふりがな for a Japanese name (hiragana or katakana), katakana for a foreign one.
 */
export type PersonName = {
  order: 'family-first' | 'given-first'
  native: NameForm
  latin?: NameForm
  kana?: NameForm
}

export type NameStyle = {
  /** `Florence AGOSTINO-ETCHETTO`: shows strangers which part is the family's. Latin script only. */
  upperCaseFamily?: boolean
  /** Between the parts of a Japanese name: `村上 雅義`; '' where lists set it solid. */
  japaneseSpace?: '' | ' ' | '\u3000'
}

const JAPANESE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ・＝=\s\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+$/u
const KATAKANA = /^[\p{Script=Katakana}ー・＝=\s]+$/u
const LATIN = /\p{Script=Latin}/u

const whole = ({ family, given }: NameForm): string => `${family}${given ?? ''}`

/** What a reader can read: a Japanese reader Han and kana, everyone else Latin. */
function formFor(name: PersonName, reader: Locale): NameForm {
  if (reader !== 'ja') return name.latin ?? name.native
  if (JAPANESE.test(whole(name.native))) return name.native
  if (name.kana) return name.kana
  return name.latin ?? name.native
}

/**
 * A name for a reader, safe to put into a sentence. In Japanese: native script, family first; foreigners in katakana
 * (フローレンス・アゴスティノ, in their own order) if there is a reading, else in Latin letters. In European languages: Latin
 * script, given name first.
 */
export function nameText(name: PersonName, reader: Locale, style: NameStyle = {}): string {
  const form = formFor(name, reader)
  const family = displaySafe(form.family)
  const given = form.given ? displaySafe(form.given) : ''
  if (!given) return style.upperCaseFamily ? upperCase(family, reader) : family
  if (JAPANESE.test(family + given)) return japaneseName(name, family, given, style)
  const shown = style.upperCaseFamily ? upperCase(family, reader) : family
  // A name in neither script (한글 without a Latin form) keeps its own order.
  const familyFirst = name.order === 'family-first' && !LATIN.test(family + given)
  return familyFirst ? `${shown} ${given}` : `${given} ${shown}`
}

function japaneseName({ order }: PersonName, family: string, given: string, style: NameStyle): string {
  const foreign = order === 'given-first' && KATAKANA.test(family + given)
  return foreign ? `${given}・${family}` : `${family}${style.japaneseSpace ?? ' '}${given}`
}

const upperCase = (text: string, locale: Locale): string => (LATIN.test(text) ? text.toLocaleUpperCase(locale) : text)

/** ふりがな of a Japanese name, to print beside or over it; null where there is none or the name needs none. */
export function furigana(name: PersonName): string | null {
  if (!name.kana || !/\p{Script=Han}/u.test(whole(name.native))) return null
  return displaySafe(`${name.kana.family} ${name.kana.given ?? ''}`)
}

/**
 * Several names in a row: `永田・森口` for surnames in Japanese, 、 where a name itself holds a middle dot, commas
 * elsewhere.
 */
export function namesText(names: readonly PersonName[], reader: Locale, style: NameStyle = {}): string {
  const texts = names.map((name) => nameText(name, reader, style))
  if (reader !== 'ja') return texts.join(', ')
  const solid = texts.every((text) => !/[・ ]/.test(text))
  return texts.join(solid ? '・' : '、')
}

/** `永田・森口`, `永田、森口`, `Nagata, Moriguchi`: contacts of whom a release gives only the family names. */
export const parseSurnames = (text: string): PersonName[] =>
  text
    .split(/[・、,，\n]/u)
    .map(displaySafe)
    .filter((family) => family !== '')
    .map((family) => ({ order: JAPANESE.test(family) ? 'family-first' : 'given-first', native: { family } }))
