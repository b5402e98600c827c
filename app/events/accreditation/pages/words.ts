import { languageName } from '../../../language/countries.ts'
import { dateText } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locales.ts'
import { furigana, nameText, type PersonName } from '../../../language/names.ts'
import { localTime } from '../../../language/times.ts'
import { type Content, pick } from '../../../language/translated.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'

/** Who reads, and in what language and zone; null where the zone is not known. */
export type Reader = { t: Catalogue; locale: Locale; zone: string | null }

export const shown = (content: Content, locale: Locale): { text: string; locale: Locale } =>
  pick(content.text, locale, content.original) ?? { text: '', locale }

export const languageIn = (language: Locale, reader: Locale): string => languageName(language, reader) ?? language

export const languagesIn = (languages: readonly Locale[], reader: Locale): string =>
  new Intl.ListFormat(reader, { type: 'conjunction' }).format(languages.map((language) => languageIn(language, reader)))

export const dayIn = (at: Date, zone: string, locale: Locale): string =>
  dateText(locale, localTime(at.toISOString(), zone).date)

/** The last day of something that ends at an instant. */
export const lastDayIn = (end: Date, zone: string, locale: Locale): string =>
  dayIn(new Date(end.getTime() - 1), zone, locale)

/** `30 days`, as the language counts them. */
export function daysText(locale: Locale, days: number): string {
  const text = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days)
  // 30日, set solid: CLDR puts a space there.
  return locale === 'ja' ? text.replaceAll(' ', '') : text
}

export const nameFor = (name: PersonName, locale: Locale): string =>
  nameText(name, locale, { upperCaseFamily: locale !== 'ja' })

export const readingOf = (name: PersonName): string | null =>
  furigana(name) ?? (name.kana ? [name.kana.family, name.kana.given].filter(Boolean).join(' ') : null)
