/** OpenType 1.9, `name`: the family in four styles, and the family as typographers count it. */
const FAMILY_NAMES = new Set([1, 16])

/**
 * A copy of a font whose family is called otherwise, by replacing letters of its name with as many others. The typesetter also finds the
 * fonts of the machine it runs on, and would take a Noto Serif JP installed there for ours: under a name that nobody else has, the same
 * document is the same bytes everywhere. The font's own PostScript name, which the PDF shows, stays.
 */
export function renameFamily(font: Uint8Array, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('A family is renamed letter by letter.')
  const copy = Buffer.from(font)
  const table = nameTable(copy)
  const strings = table + copy.readUInt16BE(table + 4)
  for (let index = 0; index < copy.readUInt16BE(table + 2); index++) {
    const record = table + 6 + index * 12
    if (!FAMILY_NAMES.has(copy.readUInt16BE(record + 6))) continue
    const start = strings + copy.readUInt16BE(record + 10)
    const value = copy.subarray(start, start + copy.readUInt16BE(record + 8))
    for (const encode of [utf16, latin]) {
      const at = value.indexOf(encode(from))
      if (at >= 0) encode(to).copy(value, at)
    }
  }
  return copy
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16()
const latin = (text: string) => Buffer.from(text, 'latin1')

function nameTable(font: Buffer): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === 'name') return font.readUInt32BE(record + 8)
  }
  throw new Error('The font has no name table.')
}
