/** What a font can show: single characters, and characters in the form that a variation selector asks for. */
export type Coverage = {
  has: (codePoint: number) => boolean
  hasVariant: (codePoint: number, selector: number) => boolean
}

/**
 * Reads the character map of a TrueType or OpenType file: subtables of format 4, 12 and 14, which is what fonts of this century have
 * (OpenType 1.9, `cmap`). Throws on a file that is no font.
 */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const characters = new Set<number>()
  const variants = new Set<string>()
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + index * 8
    const [platform, encoding] = [view.getUint16(record), view.getUint16(record + 2)]
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    const table = cmap + view.getUint32(record + 4)
    const format = view.getUint16(table)
    if (unicode && format === 4) readFormat4(view, table, characters)
    if (unicode && format === 12) readFormat12(view, table, characters)
    if (platform === 0 && format === 14) readFormat14(view, table, variants)
  }
  return {
    has: (codePoint) => characters.has(codePoint),
    hasVariant: (codePoint, selector) => variants.has(`${codePoint} ${selector}`),
  }
}

function tableAt(view: DataView, name: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16
    const tag = [0, 1, 2, 3].map((at) => String.fromCharCode(view.getUint8(record + at))).join('')
    if (tag === name) return view.getUint32(record + 8)
  }
  throw new Error(`The font has no ${name} table.`)
}

function readFormat4(view: DataView, table: number, characters: Set<number>): void {
  const segments = view.getUint16(table + 6) / 2
  const ends = table + 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const offsets = deltas + segments * 2
  for (let segment = 0; segment < segments; segment++) {
    const [start, end] = [view.getUint16(starts + segment * 2), view.getUint16(ends + segment * 2)]
    const [delta, offset] = [view.getUint16(deltas + segment * 2), view.getUint16(offsets + segment * 2)]
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const mapped = offset === 0 ? code : view.getUint16(offsets + segment * 2 + offset + (code - start) * 2)
      if (mapped !== 0 && ((mapped + delta) & 0xffff) !== 0) characters.add(code)
    }
  }
}

function readFormat12(view: DataView, table: number, characters: Set<number>): void {
  for (let group = 0; group < view.getUint32(table + 12); group++) {
    const at = table + 16 + group * 12
    const [start, end, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)]
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) characters.add(code)
  }
}

/** Variation sequences, by which registers write 葛󠄀 and 辻󠄀: the default form of a range, or a glyph of its own. */
function readFormat14(view: DataView, table: number, variants: Set<string>): void {
  const uint24 = (at: number) => (view.getUint16(at) << 8) | view.getUint8(at + 2)
  for (let index = 0; index < view.getUint32(table + 6); index++) {
    const record = table + 10 + index * 11
    const selector = uint24(record)
    const [defaults, others] = [view.getUint32(record + 3), view.getUint32(record + 7)]
    if (defaults !== 0)
      for (let range = 0; range < view.getUint32(table + defaults); range++) {
        const at = table + defaults + 4 + range * 4
        for (let more = 0; more <= view.getUint8(at + 3); more++) variants.add(`${uint24(at) + more} ${selector}`)
      }
    if (others !== 0)
      for (let mapping = 0; mapping < view.getUint32(table + others); mapping++)
        variants.add(`${uint24(table + others + 4 + mapping * 5)} ${selector}`)
  }
}
