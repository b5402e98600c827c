import { stateOfTranslation, type Translation } from '../language/content.ts'
import type { Locale } from '../language/locales.ts'
import { type Content, pick } from '../language/translated.ts'

/** `credit` names the source of a translation that came from elsewhere; what is written here has its person in `by`. */
type ProfileTranslation = Translation & { credit?: string }

/**
 * A text of a profile as it lies in one jsonb column. Names and counts are often entered without saying who translated them: then
 * `revision` and `translations` are absent.
 */
export type ProfileText = Content & {
  revision?: number
  translations?: Partial<Record<Locale, ProfileTranslation>>
}

export type ShownText = {
  text: string
  /** The language the text is in. */
  locale: Locale
  original: Locale
  /** `other`: there is nothing in the reader's language. `same`: a name that is written alike everywhere. */
  state: 'original' | 'same' | 'current' | 'stale' | 'unrecorded' | 'other'
  credit: string | null
  /** Whether somebody of the organisation translated it here. */
  translatedHere: boolean
}

/** What a reader is shown of a text, and how far it may be relied on; null where nothing is written. */
export function textFor(content: ProfileText | null, reader: Locale): ShownText | null {
  const found = content && pick(content.text, reader, content.original)
  if (!content || !found) return null
  const translation = content.translations?.[found.locale]
  return {
    ...found,
    original: content.original,
    state: stateFor(content, found, reader),
    credit: translation?.credit ?? null,
    translatedHere: Boolean(translation?.by),
  }
}

function stateFor(content: ProfileText, found: { text: string; locale: Locale }, reader: Locale): ShownText['state'] {
  if (found.locale !== reader) return content.original === found.locale ? 'other' : 'unrecorded'
  if (found.locale === content.original) return 'original'
  if (found.text === content.text[content.original]) return 'same'
  if (!content.translations?.[found.locale]) return 'unrecorded'
  const state = stateOfTranslation(withHistory(content), found.locale)
  return state === 'stale' ? 'stale' : 'current'
}

/** With the parts that an older or imported text may lack. */
export const withHistory = (content: ProfileText) => ({
  ...content,
  revision: content.revision ?? 1,
  translations: content.translations ?? {},
})

/** The language to mark a text with: a name that is alike everywhere is read in its own language. */
export const langOf = (shown: ShownText): Locale => (shown.state === 'same' ? shown.original : shown.locale)
