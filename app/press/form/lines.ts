import { displaySafe } from '../../language/displaySafe.ts'
import type { Locale } from '../../language/locales.ts'
import { type Content, pick } from '../../language/translated.ts'
import type { Line, Run } from './composed.ts'

const JAPANESE =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々、。（）「」『』・：；～＜＞※\\uFF01-\\uFF5E]'
const BEFORE = new RegExp(`(?<=${JAPANESE}) +(?=[\\p{Script=Latin}\\d]|${JAPANESE})`, 'gu')
const AFTER = new RegExp(`(?<=[\\p{Script=Latin}\\d]) +(?=${JAPANESE})`, 'gu')
const NAMES = /(?<=[\p{Script=Han}々]) (?=[\p{Script=Han}々])/gu

/** Official Japanese is set solid: `MOU 締結` → `MOU締結`. A space between two words in kanji (村上 雅義) divides names, and stays. */
export const solid = (text: string): string =>
  text.replace(NAMES, '\uE000').replace(BEFORE, '').replace(AFTER, '').replaceAll('\uE000', ' ')

/** French sets ; : ! ? and « » off with spaces at which no line breaks. */
const frenchSpaces = (text: string): string =>
  text
    .replace(/ (?=[;!?»])/g, '\u202F')
    .replace(/(?<=«) /g, '\u202F')
    .replace(/ (?=:)/g, '\u00A0')

/** A text as the language sets it, on one line. */
export function typeset(text: string, locale: Locale): string {
  const line = displaySafe(text)
  return locale === 'ja' ? solid(line) : locale === 'fr' ? frenchSpaces(line) : line
}

/** What is said for a reader: in their language, else the original; nothing where all of it is blank. */
function spoken({ text, original }: Content, reader: Locale): { text: string; locale: Locale } | null {
  const words = Object.fromEntries(Object.entries(text).filter(([, one]) => displaySafe(one ?? '') !== ''))
  return pick(words, reader, original)
}

/** A text on one line, or null where nothing is said in any language. */
export function said(content: Content | null | undefined, reader: Locale): Run | null {
  const found = content ? spoken(content, reader) : null
  return found && run(found.text, reader, found.locale)
}

/** The words as somebody wrote them, in paragraphs: what stands between blank lines is one. */
export function paragraphs(content: Content | null | undefined, reader: Locale): Line[] {
  const found = content ? spoken(content, reader) : null
  if (!found) return []
  return found.text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => (found.locale === 'ja' ? paragraph.replace(/\s*\n\s*/g, '') : paragraph))
    .filter((paragraph) => displaySafe(paragraph) !== '')
    .map((paragraph) => [run(paragraph, reader, found.locale)])
}

export const run = (text: string, reader: Locale, lang: Locale = reader): Run =>
  lang === reader ? { text: typeset(text, lang) } : { text: typeset(text, lang), lang }

/** A sentence of the frame with runs in it: `\uE000` and so on in the sentence stand for the first run and so on. */
export function spliced(sentence: string, inserted: Line[]): Line {
  return sentence
    .split(/([\uE000-\uE00F])/u)
    .flatMap((part) => {
      const at = part.charCodeAt(0) - 0xe000
      return part.length === 1 && at >= 0 && at < 16 ? (inserted[at] ?? []) : [{ text: part }]
    })
    .filter(({ text }) => text !== '')
}

/** What to hand to a sentence of the frame in place of its runs. */
export const SLOTS = ['\uE000', '\uE001', '\uE002', '\uE003', '\uE004'] as const

export const present = <Value>(values: (Value | null | undefined | false)[]): Value[] =>
  values.filter((value): value is Value => value !== null && value !== undefined && value !== false)

/** Lines one after the other with a sign between them. */
export const joined = (lines: Line[], sign: string): Line =>
  lines.filter((line) => line.length > 0).flatMap((line, at) => (at === 0 ? line : [{ text: sign }, ...line]))
