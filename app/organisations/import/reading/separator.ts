import { parse } from 'csv-parse/sync'

const candidates = [',', ';', '\t', '|', ':', '，', '、']

/**
 * The character between cells: the one by which the first lines fall into the same number of cells, two at least. Excel's own first line
 * `sep=;` decides.
 */
export function detectSeparator(text: string): string {
  const told = /^sep=(.)\r?\n/i.exec(text)
  if (told?.[1]) return told[1]
  const sample = text.slice(0, 64 * 1024)
  let best = { separator: ',', score: 0 }
  for (const separator of candidates) {
    const score = scoreOf(sample, separator)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** How many lines agree on the most frequent number of cells, times a little for each cell. */
function scoreOf(sample: string, separator: string): number {
  const widths = widthsOf(sample, separator)
  const counted = new Map<number, number>()
  for (const width of widths) if (width > 1) counted.set(width, (counted.get(width) ?? 0) + 1)
  const [width = 0, lines = 0] = [...counted].toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? []
  return widths.length === 0 ? 0 : (lines / widths.length) * Math.log2(width + 1)
}

function widthsOf(sample: string, separator: string): number[] {
  try {
    const rows: string[][] = parse(sample, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      to: 60,
    })
    return rows.map((row) => row.length)
  } catch {
    const lines = sample.split(/\r\n|\n|\r/).filter(Boolean)
    return lines.slice(0, 60).map((line) => line.split(separator).length)
  }
}
