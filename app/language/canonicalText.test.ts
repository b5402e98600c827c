import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from './canonicalText.ts'

const textOf = (text: string) => {
  const found = canonicalText(text)
  return 'text' in found ? found.text : found.refused
}

describe('the text that is hashed', () => {
  it('is the same however it was typed', () => {
    const wanted = 'Article 1\n\tThe parties agree.\n\nが é'
    expect(textOf('Article 1  \r\n\tThe parties agree. \r\r\nが é\n\n')).toBe(wanted)
    expect(textOf('Article 1\u3000\n\tThe parties agree.\u2028\u00A0\nか\u3099 e\u0301')).toBe(wanted)
  })

  it.each([
    ['ab\uD842', 'unpaired-surrogate', 2],
    ['a\u0000', 'control-character', 1],
    ['𠮷\u000B', 'control-character', 2],
    ['pay \u202E001', 'reordering-character', 4],
    ['\u200Fa', 'reordering-character', 0],
    ['姓\uE000', 'private-character', 1],
    ['a\uFFFF', 'unassigned-character', 1],
  ])('refuses %j: %s', (text, refused, at) => {
    expect(canonicalText(text)).toEqual({ refused, at, codePoint: text.codePointAt(at) })
  })

  it('is stable, normalised, and bare of blanks at line ends, for any text it accepts', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom(' ', '\u3000', '\t', '\r\n', '\r', '\n', '\u2028', 'e', '\u0301', 'か', '\u3099', '\uFA19'),
    )
    let accepted = 0
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const found = canonicalText(text)
        if ('refused' in found) return
        accepted++
        expect(canonicalText(found.text)).toEqual(found)
        expect(found.text).toBe(found.text.normalize('NFC'))
        expect(found.text).not.toMatch(/[\p{Zs}\t](?:\n|(?![^]))|\r|\n(?![^])/u)
      }),
      { numRuns: 1000 },
    )
    expect(accepted).toBeGreaterThan(500)
  })

  it('keeps every visible letter: only blanks and line ends differ', () => {
    const visible = (text: string) => text.normalize('NFC').replace(/\s+/gu, '')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = canonicalText(text)
        expect(visible('refused' in found ? text : found.text)).toBe(visible(text))
      }),
    )
  })
})
