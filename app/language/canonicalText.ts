export type CanonicalRefusal = {
  refused:
    | 'unpaired-surrogate'
    | 'control-character'
    | 'reordering-character'
    | 'private-character'
    | 'unassigned-character'
  /** Where, in UTF-16 units of the text as given, and which code point. */
  at: number
  codePoint: number
}

/**
 * What a text that will be hashed and signed must not have in it, and why: half a character cannot be written in
 * UTF-8; a control shows nothing; a reordering character makes the text read differently from what is signed; a
 * private one (gaiji) shows something else on every machine; an unassigned one may be normalised otherwise by a later
 * Unicode.
 */
const FORBIDDEN: readonly (readonly [CanonicalRefusal['refused'], RegExp])[] = [
  ['unpaired-surrogate', /\p{Cs}/u],
  ['control-character', /[^\P{Cc}\t\n\r\u0085]/u],
  ['reordering-character', /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u],
  ['private-character', /\p{Co}/u],
  ['unassigned-character', /\p{Cn}/u],
]

/**
 * The one spelling of a text under which it is hashed: Unicode NFC, line ends as LF, no blanks at line ends, no empty
 * lines at the end. Store and show the result, not what was typed: NFC also replaces CJK compatibility ideographs
 * (U+FA19 by U+795E, 神). Done twice it changes nothing.
 */
export function canonicalText(text: string): { text: string } | CanonicalRefusal {
  for (const [refused, pattern] of FORBIDDEN) {
    const at = text.search(pattern)
    if (at >= 0) return { refused, at, codePoint: text.codePointAt(at) as number }
  }
  const lines = text.normalize('NFC').split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
  return {
    text: lines
      .map((line) => line.replace(/[\p{Zs}\t]+$/u, ''))
      .join('\n')
      .replace(/\n+$/, ''),
  }
}
