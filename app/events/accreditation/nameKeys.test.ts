import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonName } from '../../language/names.ts'
import { mobileKey, nameKeys, outletKey } from './nameKeys.ts'

const latin = (given: string, family: string): PersonName => ({ order: 'given-first', native: { family, given } })
const japanese = (family: string, given: string, kana?: [string, string], letters?: [string, string]): PersonName => ({
  order: 'family-first',
  native: { family, given },
  ...(kana ? { kana: { family: kana[0], given: kana[1] } } : {}),
  ...(letters ? { latin: { family: letters[0], given: letters[1] } } : {}),
})

const meet = (one: PersonName, other: PersonName) => nameKeys(one).some((key) => nameKeys(other).includes(key))

describe('one journalist under two spellings', () => {
  test.each<[string, PersonName, PersonName]>([
    ['case', latin('Élodie', 'Marchand'), latin('élodie', 'MARCHAND')],
    ['diacritics', latin('François', 'Lefèvre'), latin('Francois', 'Lefevre')],
    ['decomposed letters', latin('Jürgen', 'Groß'), latin('Ju\u0308rgen', 'Gross')],
    ['the other way round', latin('Giulia', 'Rossi'), latin('Rossi', 'Giulia')],
    ['full width', latin('Ａｎｎａ', 'Ｓｃｈｍｉｄｔ'), latin('Anna', 'Schmidt')],
    ['hyphen', latin('Jean-Luc', "D'Arc"), latin('Jean Luc', 'D’Arc')],
    ['old characters', japanese('髙橋', '眞一'), japanese('高橋', '真一')],
    ['variation selector', japanese('渡邉\u{E0101}', '健'), japanese('渡辺', '健')],
    ['kanji and kana', japanese('大野', '太郎', ['おおの', 'たろう']), japanese('オオノ', 'タロウ')],
    ['half-width kana', japanese('ｵｵﾉ', 'ﾀﾛｳ'), japanese('おおの', 'たろう')],
    ['kana and Latin letters', japanese('大野', '太郎', ['おおの', 'たろう']), latin('Taro', 'Ohno')],
    ['two romanisations', japanese('佐藤', '信司', undefined, ['Satoh', 'Shinji']), latin('Sinzi', 'Satō')],
    ['voiced and doubled', japanese('服部', '純', ['はっとり', 'じゅん']), latin('Jun', 'Hattori')],
  ])('%s', (_, one, other) => expect(meet(one, other)).toBe(true))
})

describe('two journalists', () => {
  test.each<[string, PersonName, PersonName]>([
    ['another given name', japanese('大野', '太郎'), japanese('大野', '次郎')],
    ['a mark that matters', japanese('はた', 'みか'), japanese('ばた', 'みか')],
    ['another family name', latin('Anna', 'Schmidt'), latin('Anna', 'Schmitz')],
    ['surname alone', japanese('森口', ''), japanese('森口', '太郎')],
  ])('%s', (_, one, other) => expect(meet(one, other)).toBe(false))
})

describe('an outlet', () => {
  test.each([
    ['朝日新聞社', '朝日新聞'],
    ['㈱神戸新聞社', '神戸新聞'],
    ['株式会社　神戸新聞社', '（株）神戸新聞'],
    ['ＮＨＫ', 'nhk'],
    ['Lyon Santé', 'LYON SANTE SA'],
    ['Medizin heute GmbH & Co. KG', 'medizin-heute'],
    ['The Kobe Times', 'Kobe Times Ltd.'],
    ['La Stampa S.p.A.', 'la stampa'],
  ])('%s is %s', (one, other) => expect(outletKey(one)).toBe(outletKey(other)))

  test.each([
    ['神戸新聞', '神戸放送'],
    ['Le Monde', 'Die Welt'],
    ['Agenda', 'Genda'],
  ])('%s is not %s', (one, other) => expect(outletKey(one)).not.toBe(outletKey(other)))
})

test('a mobile number at home and from abroad', () => {
  expect(mobileKey('０９０－１２３４－５６７８')).toBe(mobileKey('+81 90 1234 5678'))
})

test('keys never fail, never come out empty, and forget case and width', () => {
  const part = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  fc.assert(
    fc.property(part, part, (family, given) => {
      expect(nameKeys(latin(given, family))).toEqual(nameKeys(latin(family, given)))
      expect(outletKey(family)).toBe(outletKey(family.normalize('NFKC')))
      if (family.trim()) expect(outletKey(family)).not.toBe('')
    }),
    { numRuns: 300 },
  )
})
