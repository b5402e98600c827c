import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from './locales.ts'
import { kanjiNumber, numberText, toFullWidth, toHalfWidth } from './numerals.ts'
import { internationalPhone, normalisePhone } from './phones.ts'

describe('widths', () => {
  it('widens and narrows without loss', () => {
    expect(toFullWidth('17:00~17:40 (1)')).toBe('１７：００～１７：４０　（１）')
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(toFullWidth(text)).not.toMatch(/[!-~ ]/)
        expect(toHalfWidth(toFullWidth(text))).toBe(text)
      }),
    )
  })

  it('leaves kana and ㈱ alone', () => {
    expect(toHalfWidth('㈱ｺｳﾍﾞ１')).toBe('㈱ｺｳﾍﾞ1')
  })
})

it('groups figures as each language does', () => {
  expect(locales.map((locale) => numberText(locale, 1234567.5))).toEqual([
    '1,234,567.5',
    '1,234,567.5',
    '1\u202F234\u202F567,5',
    '1.234.567,5',
    '1.234.567,5',
  ])
  expect(numberText('de', 1.25, 1)).toBe('1,3')
})

it('reads kanji numbers', () => {
  expect(['四', '十', '十二', '二十', '三十一', '二〇二二', '', '二百', '十十'].map(kanjiNumber)).toEqual([
    4,
    10,
    12,
    20,
    31,
    2022,
    null,
    null,
    null,
  ])
})

describe('telephone numbers', () => {
  it.each([
    ['０７８－３０６－２２３１', '078-306-2231'],
    ['TEL: ０７８－３０６－２２３１', '078-306-2231'],
    ['078ー306ー2231', '078-306-2231'],
    ['078 − 306 ‐ 2231', '078-306-2231'],
    ['（078）306-2231', '078-306-2231'],
    ['+33 (0)4 72 76 53 30', '+33 4 72 76 53 30'],
    ['+81-78-306-2231', '+81-78-306-2231'],
    ['+32 71 37 63 29', '+32 71 37 63 29'],
  ])('reads %s', (text, number) => {
    expect(normalisePhone(text)).toEqual({ number })
  })

  it('keeps an extension apart', () => {
    expect(normalisePhone('０７８－３０６－２２３１（内線１２３）')).toEqual({
      number: '078-306-2231',
      extension: '123',
    })
    expect(normalisePhone('+39 0125 561311 ext. 7')).toEqual({ number: '+39 0125 561311', extension: '7' })
  })

  it.each(['', 'ask reception', '1234', '078-306-2231 / 078-306-2232', '+1234567890123456', '078-306-2231\r\nBcc: x'])(
    'refuses %j',
    (text) => {
      expect(normalisePhone(text)).toEqual({ refused: 'not-a-phone-number' })
    },
  )

  it('changes nothing when done again', () => {
    const piece = fc.constantFrom('０', '7', '8', '3', '-', 'ー', ' ', '(', ')', '+', '内線', '.')
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 5, maxLength: 20 }).map((pieces) => pieces.join('')),
        (text) => {
          const found = normalisePhone(text)
          const again = 'number' in found ? normalisePhone(found.number) : found
          expect(again).toEqual('number' in found ? { number: found.number } : found)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('dials from abroad, with the Italian 0 and without the Japanese one', () => {
    expect(internationalPhone('078-306-2231', 'JP')).toBe('+81783062231')
    expect(internationalPhone('0125 561311', 'IT')).toBe('+390125561311')
    expect(internationalPhone('+33 4 72 76 53 30', 'JP')).toBe('+33472765330')
    expect(internationalPhone('0123 4567', 'XX')).toBeNull()
  })
})
