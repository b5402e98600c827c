import { reviseOriginal, translate } from '../../language/content.ts'
import type { Locale } from '../../language/locales.ts'
import { type ProfileText, withHistory } from '../profileText.ts'

/** Who writes, when, and in which language: the page's. */
export type Writer = { locale: Locale; by: string | null; at: Date }

/**
 * A text as somebody leaves it who writes in one language: the original if that is its language (its translations then fall behind), else a
 * translation of what stands there. Null where it is emptied in its own language.
 */
export function rewritten(before: ProfileText | null, text: string, { locale, by, at }: Writer): ProfileText | null {
  if (!before) return text ? { original: locale, text: { [locale]: text }, revision: 1, translations: {} } : null
  const content = withHistory(before)
  if (locale === content.original) return text ? { ...before, ...reviseOriginal(content, text) } : null
  if (!text || text === content.text[locale]) return before
  const translated = translate(content, locale, text, { from: content.revision, by, at: at.toISOString() })
  return 'refused' in translated ? before : { ...before, ...translated }
}

/** What stands in a field of that language: nothing where nobody has translated it yet. */
export const textIn = (content: ProfileText | null | undefined, locale: Locale): string => content?.text[locale] ?? ''
