import type { Locale } from '../../language/locales.ts'
import { numberText, toFullWidth } from '../../language/numerals.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { ReleaseFigure, ReleaseOrganisation } from '../record.ts'
import { type Line } from './composed.ts'
import { said, typeset } from './lines.ts'

/** Official Japanese writes a single digit in full width and longer numbers in half. */
const valueText = (locale: Locale, value: number): string => {
  const text = numberText(locale, value)
  return locale === 'ja' && text.length === 1 ? toFullWidth(text) : text
}

/** `about 100 member companies`, `会員企業：約100`, with the names of those counted where they are known. */
export function figureText(figure: ReleaseFigure, locale: Locale, t: Catalogue): string | null {
  const counted = said(figure.counted, locale)
  if (!counted) return null
  const words = t.releases.form.qualified[figure.qualifier]({
    value: valueText(locale, figure.value),
    counted: counted.text,
  })
  const names = figure.named?.map((name) => typeset(name, locale)).filter((name) => name !== '') ?? []
  if (names.length === 0) return words
  return locale === 'ja' ? `${words}（${names.join('、')}）` : `${words} (${names.join(', ')})`
}

/** Whether a text tells the number already: as digits by themselves, in whatever width, or in a word where the count is small. */
export function tells(text: string, value: number, locale: Locale, t: Catalogue): boolean {
  const digits = text.normalize('NFKC').replace(/(?<=\d)[.,\u00A0\u202F ](?=\d{3})/g, '')
  if (new RegExp(`(?<!\\d)${value}(?!\\d)`).test(digits)) return true
  const word = t.releases.form.countWords[value]
  if (word === undefined || locale === 'ja') return false
  return new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text)
}

/** The figures that a description leaves out, as a sentence; in words what each counts, never added up. */
export function figuresLeftOut(
  { figures }: ReleaseOrganisation,
  description: string,
  locale: Locale,
  t: Catalogue,
): Line | null {
  const texts = figures
    .filter(({ value }) => !tells(description, value, locale, t))
    .map((figure) => figureText(figure, locale, t))
    .filter((text) => text !== null)
  if (texts.length === 0) return null
  return [{ text: t.releases.form.figures({ figures: texts.join(locale === 'ja' ? '、' : '; ') }) }]
}
