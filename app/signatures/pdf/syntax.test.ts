import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLatin1, latin1 } from '../bytes.ts'
import { PdfName, PdfRef, PdfStream, PdfString, type PdfValue, readText, same, textString } from './objects.ts'
import { Effort, Parser, PdfSyntaxError } from './parse.ts'
import { serialise } from './serialise.ts'

const parse = (text: string): PdfValue => new Parser(fromLatin1(text), 0, new Effort()).value()

const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.integer({ min: -1e9, max: 1e9 }).map((hundredth) => hundredth / 100),
  fc
    .string({ unit: 'binary', maxLength: 12 })
    .map((text) => new PdfName(latin1(new TextEncoder().encode(text.replaceAll('\0', ''))))),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => new PdfString(bytes)),
  fc.nat(99_999).map((number) => new PdfRef(number)),
)
const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 5 }),
    fc
      .dictionary(fc.stringMatching(/^[A-Za-z0-9 #()/]{1,8}$/), tie('value'), { maxKeys: 5 })
      .map((entries) => new Map(Object.entries(entries))),
  ),
}))

describe('PDF syntax', () => {
  it('says the same after being written and read', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(same(parse(latin1(serialise(written))), written)).toBe(true)
      }),
    )
  })

  it('keeps streams byte by byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (raw) => {
        const text = latin1(serialise(new PdfStream(new Map([['K', 1]]), raw)))
        const object = new Parser(fromLatin1(`3 0 obj\n${text}\nendobj`), 0, new Effort()).indirectObject(() => -1)
        expect(object.number).toBe(3)
        expect((object.value as PdfStream).raw).toEqual(raw)
      }),
    )
  })

  it('keeps any text, in UTF-16 with its mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readText(textString(text))).toBe(text)
      }),
    )
  })

  it.each([
    ['(a\\(b\\)\\\\ (in) \\101\\n\\\r\nz)', 'a(b)\\ (in) A\nz'],
    ['(\\7a)', '\u0007a'],
    ['<4 1 4>', 'A@'],
    ['()', ''],
  ])('reads the string %s', (written, text) => {
    expect(latin1((parse(written) as PdfString).bytes)).toBe(text)
  })

  it.each([
    ['12 0 R', new PdfRef(12)],
    ['12 0', 12],
    ['-.5', -0.5],
    ['/A#20B', new PdfName('A B')],
    ['% note\n true', true],
  ])('reads %s', (written, expected) => {
    expect(parse(written)).toEqual(expected)
  })

  it.each(['<</A 1 /A 2>>', '<</A>>', '[1', '(', '<4g>', '<41', 'nothing', '1e5', '--1', ']', '<<1 2>>'])(
    'refuses %s',
    (text) => {
      expect(() => parse(text)).toThrow(PdfSyntaxError)
    },
  )
})
