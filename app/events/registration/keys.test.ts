import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKey, affiliationKey } from './keys.ts'

test('spellings of one affiliation are one, and different names stay different', () => {
  for (const [one, other] of [
    ['神戸新聞', '神戸　新聞'],
    ['㈱神戸新聞社', '(株)神戸新聞社'],
    ['ＫＯＢＥ Times', 'kobe  times'],
    ['ｺｳﾍﾞ', 'コウベ'],
    ['Straße', 'STRASSE'],
    ['Le\u00A0Progrès', 'le progre\u0300s'],
  ] as const)
    expect(affiliationKey(one), one).toBe(affiliationKey(other))
  for (const [one, other] of [
    ['神戸新聞', 'Kobe Shimbun'],
    ['神戸新聞', '株式会社神戸新聞'],
    ['Ōsaka', 'Osaka'],
  ] as const)
    expect(affiliationKey(one), one).not.toBe(affiliationKey(other))
})

test('the same journalist under two spellings of one address is one; tags and dots are other addresses', () => {
  expect(addressKey(' Ada@Example.ORG')).toBe(addressKey('ａｄａ＠example.org'))
  expect(addressKey('ada@bücher.example')).toBe(addressKey('ada@xn--bcher-kva.example'))
  expect(addressKey('ada\u200B@example.org')).toBe('ada@example.org')
  expect(addressKey('a.da@example.org')).not.toBe(addressKey('ada@example.org'))
  expect(addressKey('ada+press@example.org')).not.toBe(addressKey('ada@example.org'))
})

test('a key is its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(affiliationKey(affiliationKey(text))).toBe(affiliationKey(text))
    }),
    { numRuns: 300 },
  )
})
