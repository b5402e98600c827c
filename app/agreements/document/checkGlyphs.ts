import type { Coverage } from './cmap.ts'
import type { DocumentRefusal } from './document.ts'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Controls, lone surrogates, private use, and the characters that are not seen but change how the rest reads: embeddings, overrides and
 * isolates of direction (Unicode UAX 9), tags, zero-width joiners, the byte order mark. Soft hyphen and word joiner do no harm.
 */
const INVISIBLE =
  /^[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061C\u180E\u200B-\u200F\u202A-\u202E\u2061-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u
const HARMLESS = new Set([0x00ad, 0x2060])

const isSelector = (code: number) => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)

/**
 * The first character of a text that the paper could not show, or null. A letter and its accents must come from one font; line
 * feeds separate lines and are no characters here.
 */
export function checkGlyphs(text: string, where: string, families: Coverage[]): DocumentRefusal | null {
  for (const { segment } of graphemes.segment(text)) {
    if (/^[\n\r]+$/.test(segment)) continue
    for (const character of segment)
      if (INVISIBLE.test(character)) return { refused: 'invisible-character', ...named(character), where }
    if (families.some((family) => shows(family, segment) || shows(family, segment.normalize('NFC')))) continue
    return { refused: 'missing-glyph', ...named(culprit(segment, families)), where }
  }
  return null
}

function shows(family: Coverage, grapheme: string): boolean {
  const codes = Array.from(grapheme).map((character) => character.codePointAt(0) ?? 0)
  return codes.every((code, index) =>
    isSelector(code)
      ? index > 0 && family.hasVariant(codes[index - 1] ?? 0, code)
      : HARMLESS.has(code) || family.has(code),
  )
}

/** The one character that no font has; or the whole, where each part is known but no font has them together. */
const culprit = (grapheme: string, families: Coverage[]): string =>
  Array.from(grapheme).find(
    (character) => !isSelector(character.codePointAt(0) ?? 0) && !families.some((family) => shows(family, character)),
  ) ?? grapheme

const named = (text: string) => ({
  character: text,
  codePoint: Array.from(text)
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' '),
})
