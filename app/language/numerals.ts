import type { Locale } from './locales.ts'

/** ASCII from `!` to `~` has a full-width twin exactly this far up; the space has U+3000. */
const SHIFT = 0xfee0

/** For releases and letters: `17:00~17:40` → `１７：００～１７：４０`. Other characters stay. */
export const toFullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + SHIFT)).replaceAll(' ', '\u3000')

/** The way back. Half-width kana and ㈱ stay as they are, which NFKC would not leave alone. */
export const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - SHIFT))
    .replaceAll('\u3000', ' ')

const formats = new Map<string, Intl.NumberFormat>()

/**
 * `1,234.5`, `1.234,5`, `1 234,5` with French's narrow no-break space. At most `decimals` digits behind the mark (3).
 */
export function numberText(locale: Locale, value: number, decimals = 3): string {
  const key = `${locale} ${decimals}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: decimals })
  formats.set(key, format)
  return format.format(value)
}

const KANJI = '〇一二三四五六七八九'

/** Kanji numbers as dates use them, 0 to 99: 四 → 4, 二十二 → 22, 二〇二二 → 2022. Null for anything else. */
export function kanjiNumber(text: string): number | null {
  if (/^[〇一二三四五六七八九]+$/.test(text))
    return Number(text.replace(/./gu, (digit) => String(KANJI.indexOf(digit))))
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text)
  if (!tens) return null
  return 10 * (tens[1] ? KANJI.indexOf(tens[1]) : 1) + (tens[2] ? KANJI.indexOf(tens[2]) : 0)
}
