import { describe, expect, it } from 'vitest'
import { comparePeople, compareReadable, compareText } from './collation.ts'
import { countryName, languageName, languageNames } from './countries.ts'
import { locales } from './locales.ts'
import type { PersonName } from './names.ts'

const japanese = (family: string, kana: string, latin: string): PersonName => ({
  order: 'family-first',
  native: { family },
  kana: { family: kana },
  latin: { family: latin },
})

describe('order', () => {
  it('follows the dictionary of the language', () => {
    expect(['Zürich', 'Österreich', 'Oslo', 'Äpfel'].toSorted(compareText('de'))).toEqual([
      'Äpfel',
      'Oslo',
      'Österreich',
      'Zürich',
    ])
    expect(['côte', 'cote', 'coté'].toSorted(compareText('fr'))).toEqual(['cote', 'coté', 'côte'])
    expect(['Annex 10', 'Annex 9'].toSorted(compareText('en'))).toEqual(['Annex 9', 'Annex 10'])
  })

  it('puts Japanese names in the order of their readings, for readers of Japanese', () => {
    const people = [
      japanese('森口', 'もりぐち', 'Moriguchi'),
      japanese('永田', 'ながた', 'Nagata'),
      japanese('村上', 'むらかみ', 'Murakami'),
    ]
    const families = (locale: 'ja' | 'en') => people.toSorted(comparePeople(locale)).map((name) => name.native.family)
    expect(families('ja')).toEqual(['永田', '村上', '森口'])
    expect(families('en')).toEqual(['森口', '村上', '永田'])
  })

  it('reads organisations by their reading too, hiragana and katakana alike', () => {
    const kobe = { text: '神戸', reading: 'コウベ' }
    const osaka = { text: '大阪', reading: 'おおさか' }
    expect([kobe, osaka].toSorted(compareReadable('ja'))).toEqual([osaka, kobe])
  })

  it('sets people of one family by given name', () => {
    const person = (given: string): PersonName => ({ order: 'given-first', native: { family: 'Rossi', given } })
    expect([person('Ugo'), person('Ada')].toSorted(comparePeople('it')).map((name) => name.native.given)).toEqual([
      'Ada',
      'Ugo',
    ])
  })
})

describe('names of countries and languages', () => {
  it('are the reader’s', () => {
    expect(locales.map((locale) => countryName('BE', locale))).toEqual([
      'ベルギー',
      'Belgium',
      'Belgique',
      'Belgien',
      'Belgio',
    ])
    expect(locales.map((locale) => languageName('ja', locale))).toEqual([
      '日本語',
      'Japanese',
      'japonais',
      'Japanisch',
      'giapponese',
    ])
  })

  it('are null for what is no code', () => {
    expect(['QQ', 'be', 'BEL', '', '<b>', '392'].map((code) => countryName(code, 'en'))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ])
    expect(['xq', '', '!!'].map((code) => languageName(code, 'en'))).toEqual([null, null, null])
  })

  it('make a language menu', () => {
    expect(languageNames('de')).toEqual([
      { locale: 'ja', own: '日本語', forReader: 'Japanisch' },
      { locale: 'en', own: 'English', forReader: 'Englisch' },
      { locale: 'fr', own: 'Français', forReader: 'Französisch' },
      { locale: 'de', own: 'Deutsch', forReader: 'Deutsch' },
      { locale: 'it', own: 'Italiano', forReader: 'Italienisch' },
    ])
  })
})
