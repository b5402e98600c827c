/**
 * Characters that turn the direction of what follows (UAX #9) or show nothing at all and so can hide text:
 * bidirectional controls, byte order mark, word joiner and its invisible siblings, interlinear annotation, tag
 * characters. Joiners (U+200C, U+200D) and variation selectors stay: Persian, emoji and the glyph of 葛󠄀 or 邉󠄀 in a
 * name are made with them.
 */
const HIDDEN = /[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** Line ends and control characters would break a mail header, a calendar line or a CSV row. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu

/**
 * One line of somebody's text that can be put into a sentence, a header or a file: no line ends, no controls, nothing
 * that reorders its surroundings, no half characters. Letters are left exactly as they are: 髙, 﨑, 𠮷 and the
 * compatibility ideographs that NFC would replace (U+FA19 by U+795E, 神) are parts of names.
 */
export const displaySafe = (text: string): string =>
  text.toWellFormed().replace(BREAKS, ' ').replace(HIDDEN, '').replace(/ {2,}/g, ' ').trim()

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * At most `longest` characters as a reader counts them, the last of them an ellipsis if something was left out. Needs
 * `longest` ≥ 1.
 */
export function truncate(text: string, longest: number): string {
  if (text.length <= longest) return text
  const kept: string[] = []
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length === longest) return `${kept.slice(0, -1).join('').trimEnd()}…`
    kept.push(segment)
  }
  return text
}
