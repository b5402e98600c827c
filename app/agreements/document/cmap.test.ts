import { describe, expect, test } from 'vitest'
import { readCoverage } from './cmap.ts'
import { loadFonts } from './fonts.ts'

describe('the character map of a font', () => {
  const [latin, japanese] = loadFonts().families
  const has = (text: string, family = japanese) =>
    Array.from(text).map((character) => family?.has(character.codePointAt(0) ?? 0))

  test('knows what the Japanese face has, beyond the first plane too', () => {
    expect(has('髙﨑𠮷邉濵㈱、。「」')).not.toContain(false)
    expect(has('łőЂ𓀀🤝한')).not.toContain(true)
  })

  test('knows what the Latin face has', () => {
    expect(has('łőЂßçàœ“”–…', latin)).not.toContain(false)
    expect(has('髙あ', latin)).not.toContain(true)
  })

  test('knows variation sequences, default forms and glyphs of their own', () => {
    expect(japanese?.hasVariant(0x845b, 0xe0100)).toBe(true)
    expect(japanese?.hasVariant(0x4fae, 0xfe00)).toBe(true)
    expect(japanese?.hasVariant(0x795e, 0xe01ef)).toBe(false)
    expect(latin?.hasVariant(0x845b, 0xe0100)).toBe(false)
  })

  test('reads a table of segments whose glyphs are listed one by one', () => {
    // One subtable of format 4: U+0041 → glyph 5, U+0042 → none, U+0043 → glyph 6 through the list; U+0061 → glyph 7 by difference.
    const segments = [0x43, 0x61, 0xffff, 0, 0x41, 0x61, 0xffff, 0, (7 - 0x61) & 0xffff, 1, 6, 0, 0]
    const subtable = [4, 16 + segments.length * 2 + 4, 0, 6, 4, 1, 2, ...segments, 5, 0, 6]
    const cmap = [0, 1, 3, 1, 0, 12, ...subtable]
    const header = [1, 0, 1, 16, 0, 0, 0x636d, 0x6170, 0, 0, 0, 28, 0, cmap.length * 2]
    const bytes = new Uint8Array([...header, ...cmap].flatMap((word) => [word >> 8, word & 0xff]))
    const coverage = readCoverage(bytes)
    expect(['A', 'B', 'C', 'D', 'a', 'b'].map((letter) => coverage.has(letter.charCodeAt(0)))).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ])
  })

  test('is asked of fonts only', () => {
    expect(() => readCoverage(new Uint8Array(64))).toThrow('no cmap table')
  })
})
