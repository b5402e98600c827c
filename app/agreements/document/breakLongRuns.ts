/** So many letters fit into half a page beside a margin; longer runs without a space would cross into the other language. */
const LONGEST = 36
const RUN = new RegExp(`[^\\s\\u2E80-\\uFFEF\\u{20000}-\\u{3FFFF}]{${LONGEST + 1},}`, 'gu')

/** A long word of letters is left to hyphenation, which knows where it may be divided. */
const WORD = /^\p{P}*\p{L}{1,45}\p{P}*$/u

/**
 * Cuts a run of Latin letters, digits and signs that no line could hold into pieces between which a line may end: behind each sign of an
 * address, and within what is too long even so.
 */
export function breakLongRuns(line: string): string[] {
  // A line holds no line feed, so one can mark the breaks.
  return line.replace(RUN, (run) => (WORD.test(run) ? run : cut(run).join('\n'))).split('\n')
}

function cut(run: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of new Intl.Segmenter('und').segment(run)) {
    piece += segment
    if (/[/?&=._-]$/.test(piece) || piece.length >= LONGEST / 2) {
      pieces.push(piece)
      piece = ''
    }
  }
  return piece === '' ? pieces : [...pieces, piece]
}
