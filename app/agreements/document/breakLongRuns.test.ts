import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLongRuns } from './breakLongRuns.ts'

test('words of any language stay whole', () => {
  const german = 'Die Rechtsschutzversicherungsgesellschaften zahlen.'
  expect(breakLongRuns(german)).toEqual([german])
  const japanese =
    '公益財団法人神戸医療産業都市推進機構が行う医療機器分野における国際競争力の強化に関する支援事業の実施について'
  expect(breakLongRuns(japanese)).toEqual([japanese])
})

test('an address breaks behind its slashes', () => {
  expect(breakLongRuns('see https://musubi.example/verify/MOU-2022-001/revisions/4 now')).toEqual([
    'see https:/',
    '/',
    'musubi.',
    'example/',
    'verify/',
    'MOU-',
    '2022-',
    '001/',
    'revisions/',
    '4 now',
  ])
})

test('no piece without a space is longer than a line, and together they are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a1/ W_'.split('')), maxLength: 200 }), (line) => {
      const pieces = breakLongRuns(line)
      expect(pieces.join('')).toBe(line)
      for (const run of pieces.flatMap((piece) => piece.split(' ')))
        expect(/^[a-z]+$/.test(run) || run.length <= 36).toBe(true)
    }),
  )
})
