/** A paragraph as it is set: `marker` hangs before it, `level` counts indents from 0, `lines` break where the drafter broke them. */
export type Paragraph = { marker: string | null; level: number; lines: string[] }

/** `1.`, `2)`, `(3)`, `（４）`, `a)`, `(ii)`, `①`, `１．`, `一`, `・`, `-`: what drafters begin a numbered paragraph with, and a space behind it. */
const MARKERS: { style: string; pattern: RegExp }[] = [
  { style: '(n)', pattern: /^(\([0-9]{1,3}\)|（[０-９0-9]{1,3}）|[⑴-⒇])[ \u3000]*(?=\S)/u },
  { style: '(a)', pattern: /^(\([a-z]{1,4}\)|（[ａ-ｚa-z一二三四五六七八九十ア-ン]{1,3}）)[ \u3000]*(?=\S)/u },
  { style: 'n.', pattern: /^([0-9]{1,3}[.)]|[０-９]{1,3}[．.）]?)[ \u3000]+(?=\S)/u },
  { style: 'n．', pattern: /^([０-９]{1,3}[．）])(?=\S)/u },
  { style: '①', pattern: /^([①-⑳])[ \u3000]*(?=\S)/u },
  { style: 'a.', pattern: /^([a-z]{1,4}[.)])[ \u3000]+(?=\S)/u },
  { style: '一', pattern: /^([一二三四五六七八九十]{1,3})\u3000+(?=\S)/u },
  { style: '-', pattern: /^([-–•・])[ \u3000]+(?=\S)/u },
]

/** Splits plain text into paragraphs: at blank lines, and before every line that begins with a marker. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const styles: string[] = []
  for (const block of text.split(/\n[ \t\u3000]*\n/)) {
    let open: Paragraph | null = null
    for (const line of block.split('\n').map((raw) => raw.replace(/^[ \t\u3000]+|[ \t\u3000]+$/g, ''))) {
      if (line === '') continue
      const marked = markerOf(line)
      if (open && !marked) {
        open.lines.push(line)
        continue
      }
      open = marked
        ? { marker: marked.marker, level: levelOf(marked.style, styles), lines: [marked.rest] }
        : { marker: null, level: 0, lines: [line] }
      paragraphs.push(open)
    }
  }
  return paragraphs
}

function markerOf(line: string): { style: string; marker: string; rest: string } | null {
  for (const { style, pattern } of MARKERS) {
    const found = pattern.exec(line)
    if (found?.[1]) return { style, marker: found[1], rest: line.slice(found[0].length) }
  }
  return null
}

/** The first style of numbering met stands at the margin, one that appears within it is set further in. */
function levelOf(style: string, styles: string[]): number {
  const known = styles.indexOf(style)
  if (known >= 0) {
    // Back at an outer style, the inner ones are closed: what comes next may open again at their depth.
    styles.length = known + 1
    return known
  }
  styles.push(style)
  return styles.length - 1
}
