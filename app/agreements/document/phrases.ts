const words = new Intl.Segmenter('ja', { granularity: 'word' })

/** What never stands alone: particles and endings in hiragana, and signs that close. */
const FOLLOWS = /^[\p{Script=Hiragana}ー々、。，．：；）」』】〉》〕］｝・！？\p{Pe}\p{Pf}]+$/u
const OPENS = /[（「『【〈《〔［｛\p{Ps}\p{Pi}]$/u

/** Longer phrases may have to be divided after all. */
const LONGEST = 14

/**
 * Parts a Japanese title where a reader would pause, so that 関する is not divided before its last syllable: each part holds a word with
 * the particles behind it. Together the parts are the text.
 */
export function phrasesOf(text: string): string[] {
  const phrases: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = phrases.at(-1)
    const joins =
      last !== undefined && (FOLLOWS.test(segment) || OPENS.test(last)) && last.length + segment.length <= LONGEST
    if (joins) phrases[phrases.length - 1] = last + segment
    else phrases.push(segment)
  }
  return phrases
}
