import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displaySafe, truncate } from './displaySafe.ts'
import { nameInRelease, organisationAddressed, personAddressed } from './honorifics.ts'
import { locales } from './locales.ts'
import { furigana, namesText, nameText, parseSurnames, type PersonName } from './names.ts'

const murakami: PersonName = {
  order: 'family-first',
  native: { family: '村上', given: '雅義' },
  latin: { family: 'Murakami', given: 'Masayoshi' },
  kana: { family: 'むらかみ', given: 'まさよし' },
}
const florence: PersonName = { order: 'given-first', native: { family: 'Agostino-Etchetto', given: 'Florence' } }
const inKatakana: PersonName = { ...florence, kana: { family: 'アゴスティノ＝エチェット', given: 'フローレンス' } }
const kim: PersonName = { order: 'family-first', native: { family: '김', given: '민준' } }

describe('names', () => {
  it('puts the family first in Japanese, the given name first elsewhere', () => {
    expect(locales.map((locale) => nameText(murakami, locale))).toEqual([
      '村上 雅義',
      'Masayoshi Murakami',
      'Masayoshi Murakami',
      'Masayoshi Murakami',
      'Masayoshi Murakami',
    ])
    expect(nameText(murakami, 'ja', { japaneseSpace: '' })).toBe('村上雅義')
    expect(nameText(murakami, 'fr', { upperCaseFamily: true })).toBe('Masayoshi MURAKAMI')
    expect(nameText({ order: 'family-first', native: murakami.native }, 'en')).toBe('村上 雅義')
  })

  it('writes foreigners in katakana where it is on record, else in Latin letters', () => {
    expect(nameText(florence, 'ja')).toBe('Florence Agostino-Etchetto')
    expect(nameText(inKatakana, 'ja')).toBe('フローレンス・アゴスティノ＝エチェット')
    expect(nameText(inKatakana, 'it')).toBe('Florence Agostino-Etchetto')
    expect(nameText(kim, 'en')).toBe('김 민준')
  })

  it('gives furigana to kanji only', () => {
    expect(furigana(murakami)).toBe('むらかみ まさよし')
    expect(furigana(inKatakana)).toBeNull()
    expect(furigana({ order: 'family-first', native: { family: '永田' } })).toBeNull()
  })

  it('knows contacts by surname alone', () => {
    const contacts = parseSurnames('永田・森口')
    expect(contacts).toEqual([
      { order: 'family-first', native: { family: '永田' } },
      { order: 'family-first', native: { family: '森口' } },
    ])
    expect(namesText(contacts, 'ja')).toBe('永田・森口')
    expect(namesText([murakami, florence], 'en')).toBe('Masayoshi Murakami, Florence Agostino-Etchetto')
    expect(namesText([murakami, inKatakana], 'ja')).toBe('村上 雅義、フローレンス・アゴスティノ＝エチェット')
  })
})

describe('honorifics', () => {
  it('gives the other side 氏 or a courtesy title, the own side nothing', () => {
    expect(nameInRelease(murakami, 'ja', { side: 'own', courtesy: 'mr' })).toBe('村上 雅義')
    expect(nameInRelease(murakami, 'ja', { side: 'other', courtesy: 'mr' })).toBe('村上 雅義 氏')
    expect(nameInRelease(murakami, 'ja', { side: 'other', japaneseSpace: '' })).toBe('村上雅義氏')
    expect(nameInRelease(florence, 'ja', { side: 'other', courtesy: 'ms' })).toBe('Ms. Florence Agostino-Etchetto')
    expect(nameInRelease(florence, 'ja', { side: 'other' })).toBe('Florence Agostino-Etchetto 氏')
    expect(nameInRelease(inKatakana, 'ja', { side: 'other', courtesy: 'ms' })).toBe(
      'フローレンス・アゴスティノ＝エチェット 氏',
    )
    expect(nameInRelease(florence, 'fr', { side: 'own', courtesy: 'ms' })).toBe('Florence Agostino-Etchetto')
  })

  it('writes titles in the reader’s language, and none that is not on record', () => {
    const titled = (courtesy: 'ms' | 'mr') =>
      locales.slice(1).map((locale) => nameInRelease(murakami, locale, { side: 'other', courtesy }))
    expect(titled('mr')).toEqual(['Mr.', 'M.', 'Herr', 'Sig.'].map((title) => `${title} Masayoshi Murakami`))
    expect(titled('ms')).toEqual(['Ms.', 'Mme', 'Frau', 'Sig.ra'].map((title) => `${title} Masayoshi Murakami`))
    expect(nameInRelease(murakami, 'de', { side: 'other' })).toBe('Masayoshi Murakami')
  })

  it('addresses letters with 様 and 御中', () => {
    expect(personAddressed(murakami, 'ja')).toBe('村上 雅義 様')
    expect(personAddressed(parseSurnames('永田')[0] as PersonName, 'ja')).toBe('永田 様')
    expect(personAddressed(florence, 'fr', 'ms')).toBe('Mme Florence Agostino-Etchetto')
    expect(organisationAddressed('広報戦略課', 'ja')).toBe('広報戦略課 御中')
    expect(organisationAddressed('BioWin', 'fr')).toBe('BioWin')
  })
})

describe('safe text', () => {
  const nasty = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        '\u202E',
        '\u2067',
        '\u200F',
        '\r\n',
        '"',
        '’',
        '髙',
        '﨑',
        '𠮷',
        '\uFA19',
        '葛\u{E0100}',
        '\uFEFF',
        '\u0000',
        '\uD842',
      ),
    ),
  })

  it('keeps the letters of names as they are', () => {
    for (const name of ['髙島', '山﨑', '𠮷田', '\uFA19谷', '葛\u{E0100}城', 'O’Neil "Bo"', 'Łukasz', 'محمد\u200Cرضا'])
      expect(displaySafe(name)).toBe(name)
  })

  it('lets nothing through that breaks a line or turns its surroundings', () => {
    expect(displaySafe('Eve\u202Egpj.exe')).toBe('Evegpj.exe')
    expect(displaySafe('Eve\r\nBcc: all@example.org')).toBe('Eve Bcc: all@example.org')
    fc.assert(
      fc.property(nasty, (text) => {
        const safe = displaySafe(text)
        expect(safe).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/u)
        expect(displaySafe(safe)).toBe(safe)
      }),
      { numRuns: 1000 },
    )
  })

  it('shows any name in any language on one safe line with nothing lost but controls', () => {
    fc.assert(
      fc.property(
        nasty,
        nasty,
        fc.constantFrom(...locales),
        fc.constantFrom('family-first' as const, 'given-first' as const),
        (family, given, locale, order) => {
          const text = nameInRelease({ order, native: { family, given } }, locale, { side: 'other' })
          expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u)
          expect(text).toContain(displaySafe(family))
          expect(text).toContain(displaySafe(given))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('truncates between characters, never inside one', () => {
    expect(truncate('神戸医療産業都市推進機構', 5)).toBe('神戸医療…')
    expect(truncate('👩‍🔬👩‍🔬👩‍🔬', 2)).toBe('👩‍🔬…')
    expect(truncate('葛\u{E0100}城', 2)).toBe('葛\u{E0100}城')
    expect(truncate('Lyon', 4)).toBe('Lyon')
    const count = (text: string) => [...new Intl.Segmenter('en').segment(text)].length
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 12 }), (text, longest) => {
        const short = truncate(text, longest)
        expect(count(short)).toBeLessThanOrEqual(longest)
        expect(short === text).toBe(count(text) <= longest)
      }),
    )
  })
})
