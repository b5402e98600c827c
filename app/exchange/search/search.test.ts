import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ambiguousForms, faultsOf } from '../thesaurus/checking.ts'
import { concepts, parseConcepts } from '../thesaurus/reading.ts'
import { conceptTerm, termsOf, wishesOf } from './analysing.ts'
import { certificateKey, codePrefixes } from './facets.ts'
import { finderOf } from './finding.ts'
import { fold, stem, unitsOf } from './folding.ts'
import { distanceWithin } from './repairing.ts'

const using = finderOf(
  parseConcepts(
    [
      'id\tja\ten\tfr\tde\tit\tbroader\temdn',
      'endoscope\t内視鏡 | エンドスコープ | ないしきょう\tendoscope\tendoscope\tEndoskop\tendoscopio\timaging\tZ1202',
      'imaging\t画像診断\timaging\timagerie\tBildgebung\timmagini diagnostiche\t\t',
      'device\t装置\tdevice\tdispositif\tGerät\tdispositivo\t\t',
      'ct\tCT装置 | CT\tCT scanner | CT\tscanner | TDM\tComputertomograph | CT\ttomografo | TC\timaging\t',
      'gas\tガス\tgas\tgaz\tGas\tgas\t\t',
      'heart-valve\t心臓弁\theart valve\tvalve cardiaque\tHerzklappe\tvalvola cardiaca\t\t',
      'ai\tAI\tAI\tIA\tKI\tIA\t\t',
    ].join('\n'),
  ),
)
const conceptsIn = (text: string) =>
  [...termsOf(text, using)]
    .filter(([term, weight]) => term.startsWith('#') && weight >= 1)
    .map(([term]) => term.slice(1))

describe('folding', () => {
  test('leaves what is folded as it is, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)))
  })
  test('does not ask how a text is composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const keys = (of: string) => unitsOf(of).units.map(({ key }) => key)
        expect(keys(text.normalize('NFD'))).toEqual(keys(text.normalize('NFC')))
      }),
    )
  })
  test('units stand in order and inside the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aé’lＡ内視鏡ーヴァプラスティック・か。 -'.split('')) }),
        (given) => {
          const { text, units } = unitsOf(given)
          let at = 0
          for (const { start, end } of units) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(at).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
  test.each([
    ['robotics', 'Robotik', 'robotique', 'robotica'],
    ['diagnostics', 'Diagnostik', 'diagnostique', 'diagnostica'],
    ['Klappe', 'Klappen'],
    ['studies', 'study'],
    ['Gerät', 'Geräte'],
  ])('%s', (...same) => {
    expect(new Set(same.map((word) => stem(fold(word)))).size).toBe(1)
  })
  test.each([
    ['センサー', 'センサ', 'ｾﾝｻｰ', 'せんさー'],
    ['プラスチック', 'プラスティック'],
    ['ヴァイオ', 'バイオ'],
    ['l’appareil', "l'appareil", 'appareil'],
  ])('%s', (...same) => {
    const keys = same.map((word) =>
      unitsOf(word)
        .units.map(({ key }) => key)
        .join(''),
    )
    expect(new Set(keys).size).toBe(1)
  })
})

describe('concepts', () => {
  test.each([
    ['硬性内視鏡の製造', ['endoscope']],
    ['ないしきょう', ['endoscope']],
    ['ＣＴ装置', ['ct']],
    ['都市ガス', ['gas']],
    ['ガスケット', []],
    ['Herzklappenhersteller', ['heart-valve']],
    ['Endoskopie-Herzklappen', ['endoscope', 'heart-valve']],
    ['KI für alle', ['ai']],
    ['servizi ai pazienti', []],
    ['heart. valve', []],
    ['Medizingeräte', ['device']],
  ])('%s', (text, expected) => {
    expect(conceptsIn(text)).toEqual(expected)
  })
  test('what is above is found at half', () => {
    expect(termsOf('endoscope', using).get(conceptTerm('imaging'))).toBe(0.5)
  })
  test('a question keeps only words that no concept took, and shows what it was read as', () => {
    expect(wishesOf('valve for the heart, Osaka', new Map(), using)).toMatchObject([
      { kind: 'concept', terms: ['#heart-valve'] },
      { kind: 'word', typed: 'Osaka' },
    ])
    expect(wishesOf('endoscpe', new Map([['endoscpe', 'endoscope']]), using)).toMatchObject([
      { kind: 'concept', typed: 'endoscpe', readAs: 'endoscope' },
    ])
    expect(using.repair('endoscpoe')).toBe('endoscope')
    expect(using.repair('quartzite')).toBeNull()
    expect(wishesOf('大阪府 内視鏡', new Map(), using)).toMatchObject([
      { kind: 'concept', typed: '内視鏡' },
      { kind: 'word', typed: '大阪府', terms: ['大阪'] },
      { kind: 'word', typed: '大阪府', terms: ['阪府'] },
    ])
    expect(wishesOf('ai', new Map(), using)).toMatchObject([{ terms: ['#ai'] }])
  })
  test('a distance is the same both ways and never above the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = distanceWithin(one, other, 99)!
        expect(distanceWithin(other, one, 99)).toBe(distance)
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length))
        expect(distance === 0).toBe(one === other)
        if (distance > 0) expect(distanceWithin(one, other, distance - 1)).toBeNull()
      }),
    )
  })
})

test('filters compare certificates without their edition, and codes with all above them', () => {
  expect(certificateKey('ISO 13485:2016')).toBe('iso-13485')
  expect(certificateKey('CE (MDR)')).toBe('ce-mdr')
  expect(codePrefixes('C010401')).toEqual(['C', 'C01', 'C0104', 'C010401'])
})

describe('the thesaurus', () => {
  test('names every concept in every language, and leads nowhere that is not there', () => {
    expect(faultsOf(concepts())).toEqual([])
    expect(concepts().length).toBeGreaterThan(200)
  })
  test('has few forms that mean two things', () => {
    expect(ambiguousForms(concepts()).length).toBeLessThan(concepts().length / 20)
  })
  test('a fault is told', () => {
    const [head, row] = ['id\tja\ten\tfr\tde\tit\tbroader\temdn', 'a\tあ\ta\t\ta\ta\ta b\t']
    expect(faultsOf(parseConcepts(`${head}\n${row}`))).toEqual([
      'a: no name in fr',
      'a: there is no broader concept b',
      'a: is broader than itself',
    ])
  })
})
