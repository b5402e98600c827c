import type { Locale } from './locales.ts'
import { nameText, type PersonName } from './names.ts'

const collators = new Map<Locale, Intl.Collator>()

function collator(locale: Locale): Intl.Collator {
  const found = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true })
  collators.set(locale, found)
  return found
}

/** For `toSorted`: dictionary order of a language, figures by their value. */
export const compareText = (locale: Locale) => (one: string, other: string) => collator(locale).compare(one, other)

export type Readable = { text: string; reading?: string | null }

/**
 * Names of organisations and places: Japanese by reading where there is one, since kanji sort by shape. Everything
 * else by its text.
 */
export const compareReadable = (locale: Locale) => (one: Readable, other: Readable) => {
  const key = ({ text, reading }: Readable) => (locale === 'ja' && reading ? reading : text)
  return collator(locale).compare(key(one), key(other)) || collator(locale).compare(one.text, other.text)
}

/**
 * People by family name, then given name, in what the reader sees: Japanese names for a Japanese reader by their
 * reading.
 */
export const comparePeople = (locale: Locale) => (one: PersonName, other: PersonName) => {
  const [first, second] = [sortForm(one, locale), sortForm(other, locale)]
  const { compare } = collator(locale)
  return (
    compare(first.family, second.family) ||
    compare(first.given ?? '', second.given ?? '') ||
    compare(nameText(one, locale), nameText(other, locale))
  )
}

const sortForm = (name: PersonName, locale: Locale) =>
  locale === 'ja' ? (name.kana ?? name.native) : (name.latin ?? name.native)
