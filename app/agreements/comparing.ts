import { diffArrays } from 'diff'
import type { Locale } from '../language/locales.ts'

/** A stretch of text that stays, goes or comes. */
export type Change = { kind: 'same' | 'removed' | 'added'; text: string }

const segmenters = new Map<Locale, Intl.Segmenter>()

/** Beyond so many differing words it is another text, and comparing word by word would take long and say little. */
const MOST_EDITS = 2000

/** Compares two wordings word by word, in Japanese too, where no blanks stand between words. */
export function compareTexts(before: string, after: string, locale: Locale): Change[] {
  const changes = diffArrays(wordsOf(before, locale), wordsOf(after, locale), { maxEditLength: MOST_EDITS })
  if (!changes)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

function wordsOf(text: string, locale: Locale): string[] {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, segmenter)
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
