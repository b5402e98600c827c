import { type Locale, locales } from './locales.ts'

const displayNames = new Map<string, Intl.DisplayNames>()

function nameOf(type: 'region' | 'language', code: string, reader: Locale): string | null {
  const key = `${type} ${reader}`
  const found = displayNames.get(key) ?? new Intl.DisplayNames(reader, { type, fallback: 'none' })
  displayNames.set(key, found)
  try {
    return found.of(code) ?? null
  } catch {
    return null
  }
}

/** ISO 3166-1 alpha-2 in the reader's language: `BE` → ベルギー, Belgium, Belgique. Null for what is no country code. */
export const countryName = (code: string, reader: Locale): string | null =>
  /^[A-Z]{2}$/.test(code) ? nameOf('region', code, reader) : null

/** BCP 47 in the reader's language: `ja` → 日本語, Japanese, japonais. Null for what is no language. */
export const languageName = (code: string, reader: Locale): string | null => nameOf('language', code, reader)

/** As a language calls itself, with a capital as it stands alone: 日本語, English, Français. */
export function ownLanguageName(locale: Locale): string {
  const name = nameOf('language', locale, locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** For a language menu: each in its own words, with the reader's word for it. */
export const languageNames = (reader: Locale): { locale: Locale; own: string; forReader: string }[] =>
  locales.map((locale) => ({
    locale,
    own: ownLanguageName(locale),
    forReader: languageName(locale, reader) ?? locale,
  }))
