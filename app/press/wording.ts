import { newContent, reviseOriginal, translate, type TranslatedContent } from '../language/content.ts'
import type { Locale } from '../language/locales.ts'
import type { Translated } from '../language/translated.ts'

export type Wording = {
  original: Locale
  text: Translated
  /** Translations that were looked at and still say what the original says. */
  confirmed?: readonly Locale[]
}

/**
 * A text with its translations after somebody wrote. A translation that was changed or confirmed is in step with the original as it now is;
 * one that was left alone while the original changed lags. Who wrote stands with the revision, not in the text.
 */
export function reworded(
  before: TranslatedContent | null,
  { original, text, confirmed = [] }: Wording,
  languages: readonly Locale[],
  at: Date,
): TranslatedContent | null {
  const given = text[original]?.trim()
  if (!given) return null
  const start =
    before && before.original === original
      ? reviseOriginal(before, given)
      : { ...newContent(original, given), revision: (before?.revision ?? 0) + 1 }
  return languages
    .filter((locale) => locale !== original)
    .reduce<TranslatedContent>(
      (content, locale) => {
        const entry = text[locale]?.trim()
        if (!entry) return content
        const known = before?.original === original ? before.translations[locale] : undefined
        const isLeftAlone = known && entry === before?.text[locale] && !confirmed.includes(locale)
        const translation = isLeftAlone ? known : { from: content.revision, by: null, at: at.toISOString() }
        const made = translate(content, locale, entry, translation)
        return 'refused' in made ? content : made
      },
      { ...start, text: { [original]: start.text[original] }, translations: {} },
    )
}
