/** So many letters fit into half a page beside a margin; longer runs without a space would cross into the other language. */
const LONGEST = 36

/** Cuts a run of Latin letters, digits and signs that no line could hold into pieces; an address breaks behind its slashes first. */
export function breakLongRuns(line: string): string[] {
  return line
    .split(/([^\s\u2E80-\uFFEF\u{20000}-\u{3FFFF}]{37,})/u)
    .flatMap((part, index) => (index % 2 === 0 ? [part] : cut(part)))
    .filter((piece) => piece !== '')
}

function cut(run: string): string[] {
  const graphemes = Array.from(new Intl.Segmenter('und').segment(run), ({ segment }) => segment)
  const pieces: string[] = []
  let piece = ''
  for (const grapheme of graphemes) {
    piece += grapheme
    if (/[/?&=]$/.test(piece) ? piece.length > 8 : piece.length >= LONGEST / 2) {
      pieces.push(piece)
      piece = ''
    }
  }
  return [...pieces, piece]
}
