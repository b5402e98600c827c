import { type Locale, locales } from './locales.ts'
import { type Content, pick } from './translated.ts'

/**
 * Who translated, when (ISO 8601 in UTC), and the revision of the original they worked from. `by` null: came with an
 * import.
 */
export type Translation = { from: number; by: string | null; at: string }

/**
 * A text written by somebody and translated by others, as it lies in one jsonb column. `revision` counts changes of
 * the original, from 1; `translations` has an entry for every text but the original.
 */
export type TranslatedContent = Content & { revision: number; translations: Partial<Record<Locale, Translation>> }

/** `stale`: the original has changed since, or nobody recorded what the text was made from. */
export type TranslationState = 'original' | 'current' | 'stale' | 'missing'

export const newContent = (original: Locale, text: string): TranslatedContent => ({
  original,
  text: { [original]: text },
  revision: 1,
  translations: {},
})

/** The author changes the original: every translation falls behind. The same text again is no change. */
export const reviseOriginal = (content: TranslatedContent, text: string): TranslatedContent =>
  content.text[content.original] === text
    ? content
    : { ...content, revision: content.revision + 1, text: { ...content.text, [content.original]: text } }

/**
 * Adds or replaces a translation, or confirms one by giving the same text again. `from` is the revision the translator
 * had before them: if the original moved on meanwhile, the translation is stale from the start.
 */
export function translate(
  content: TranslatedContent,
  locale: Locale,
  text: string,
  translation: Translation,
): TranslatedContent | { refused: 'is-the-original' | 'no-such-revision' } {
  if (locale === content.original) return { refused: 'is-the-original' }
  const { from } = translation
  if (!Number.isInteger(from) || from < 1 || from > content.revision) return { refused: 'no-such-revision' }
  return {
    ...content,
    text: { ...content.text, [locale]: text },
    translations: { ...content.translations, [locale]: translation },
  }
}

export function stateOfTranslation(content: TranslatedContent, locale: Locale): TranslationState {
  if (locale === content.original) return 'original'
  const translation = content.translations[locale]
  if (!content.text[locale]) return 'missing'
  return translation?.from === content.revision ? 'current' : 'stale'
}

/** The languages in one state: what still has to be done, for a list. */
export const localesIn = (content: TranslatedContent, state: TranslationState): Locale[] =>
  locales.filter((locale) => stateOfTranslation(content, locale) === state)

/**
 * The text for a reader with the language it is really in and how far it can be relied on; null when nothing is
 * written.
 */
export function contentFor(
  content: TranslatedContent,
  reader: Locale,
): { text: string; locale: Locale; state: TranslationState } | null {
  const found = pick(content.text, reader, content.original)
  return found && { ...found, state: stateOfTranslation(content, found.locale) }
}
