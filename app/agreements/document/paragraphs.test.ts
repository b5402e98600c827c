import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphsOf } from './paragraphs.ts'

const shapes = (text: string) => paragraphsOf(text).map(({ marker, level, lines }) => [marker, level, ...lines])

describe('paragraphs', () => {
  test('part at blank lines, and a line break within one stays', () => {
    expect(shapes('one\ntwo\n\u3000\nthree\n\n\n')).toEqual([
      [null, 0, 'one', 'two'],
      [null, 0, 'three'],
    ])
  })

  test.each([
    ['1. text', '1.', 'text'],
    ['(12) text', '(12)', 'text'],
    ['（３）本文', '（３）', '本文'],
    ['１　本文', '１', '本文'],
    ['２．本文', '２．', '本文'],
    ['① 本文', '①', '本文'],
    ['一　本文', '一', '本文'],
    ['（ア）本文', '（ア）', '本文'],
    ['a) text', 'a)', 'text'],
    ['(iv) text', '(iv)', 'text'],
    ['– text', '–', 'text'],
  ])('of %s hangs its marker', (line, marker, rest) => {
    expect(shapes(line)).toEqual([[marker, 0, rest]])
  })

  test.each([
    '2022 was a year',
    '2.5 per cent',
    '１つの当事者',
    '一般に',
    '(the “Parties”) agree',
    '第１項',
    'a. k.a.'.replace('. ', '.'),
    '1.',
  ])('that begin with %s have no marker', (line) => {
    expect(shapes(line)).toEqual([[null, 0, line]])
  })

  test('within numbered paragraphs are set further in, and come back out', () => {
    expect(shapes('intro\n\n1. a\n(1) b\n(2) c\n(a) d\n2. e\n(1) f').map(([marker, level]) => [marker, level])).toEqual(
      [
        [null, 0],
        ['1.', 0],
        ['(1)', 1],
        ['(2)', 1],
        ['(a)', 2],
        ['2.', 0],
        ['(1)', 1],
      ],
    )
  })

  test('lose nothing but spaces', () => {
    const line = fc.string({ unit: fc.constantFrom(...'1２(（)）.．①一aア　 \n–本x'.split('')), maxLength: 40 })
    fc.assert(
      fc.property(line, (text) => {
        const kept = paragraphsOf(text).map(({ marker, lines }) => (marker ?? '') + lines.join(''))
        expect(kept.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      }),
      { numRuns: 500 },
    )
  })
})
