import { type Locale, locales } from './locales.ts'

/** One text in some of the languages. */
export type Translated = Partial<Record<Locale, string>>

/** A text written by somebody, with the language it was first written in. */
export type Content = { original: Locale; text: Translated }

/**
 * The text for a reader: their language, else the original, else English, else whatever there is. Null when there is
 * none.
 */
export function pick(text: Translated, reader: Locale, original?: Locale): { text: string; locale: Locale } | null {
  const order = [reader, original, 'en' as const, ...locales]
  for (const locale of order) {
    const found = locale && text[locale]
    if (locale && found) return { text: found, locale }
  }
  return null
}
