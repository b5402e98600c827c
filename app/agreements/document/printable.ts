import { checkGlyphs } from './checkGlyphs.ts'
import { loadFonts } from './fonts.ts'

/** What a Japanese compositor set where a letter was not in the case: readers see that something stands there. */
const GETA = '〓'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

export const isPrintable = (text: string): boolean => checkGlyphs(text, '', loadFonts().families) === null

/** A text as a paper can show it that may not refuse it: a character that no font has stands there as 〓. */
export function printable(text: string): string {
  if (isPrintable(text)) return text
  return Array.from(graphemes.segment(text), ({ segment }) => (isPrintable(segment) ? segment : GETA)).join('')
}

/** The characters of a text that no font has. */
export const unprintable = (text: string): string[] =>
  isPrintable(text)
    ? []
    : Array.from(graphemes.segment(text), ({ segment }) => segment).filter((one) => !isPrintable(one))
