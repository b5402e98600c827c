import { describe, expect, test } from 'vitest'
import { alternatesOf, fromAcceptLanguage } from './language.ts'

describe('the visitor’s language', () => {
  test.each([
    ['ja', 'ja'],
    ['ja-JP,en;q=0.5', 'ja'],
    ['nl,de-AT;q=0.8,en;q=0.9', 'en'],
    ['de;q=0,fr', 'fr'],
    ['zh-Hant', undefined],
    ['', undefined],
    [';;;,q=1', undefined],
  ])('%s → %s', (header, expected) => {
    expect(fromAcceptLanguage(header)).toBe(expected)
  })

  test('every page has the same address in each language', () => {
    expect(alternatesOf('/ja/agreements/7K3F', 'https://m.example').map(({ href }) => href)).toEqual(
      ['ja', 'en', 'fr', 'de', 'it'].map((locale) => `https://m.example/${locale}/agreements/7K3F`),
    )
    expect(alternatesOf('/ja', 'https://m.example')[1]?.href).toBe('https://m.example/en')
  })
})
