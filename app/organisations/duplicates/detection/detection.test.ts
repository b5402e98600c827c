import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, PROPOSED_FROM } from './comparing.ts'
import { distanceBetween } from './distance.ts'
import { domainOfMail, domainOfSite } from './domains.ts'
import { findDuplicates } from './finding.ts'
import { formOf, namesWithin } from './names.ts'
import { type Entry, profileOf } from './profiling.ts'
import { romanise } from './romanising.ts'
import { unifyVariants } from './variants.ts'

let last = 0
const entry = (name: string | string[], rest: Partial<Entry> = {}): Entry => ({
  id: String(++last).padStart(6, '0'),
  names: [name].flat(),
  country: 'JP',
  cities: ['神戸市'],
  website: null,
  mailAddresses: [],
  numbers: [],
  ...rest,
})
const between = (one: Entry, other: Entry) => compare(profileOf(one), profileOf(other))
const isProposed = (one: Entry, other: Entry) => findDuplicates([one, other]).length === 1

const german = { country: 'DE', cities: ['Köln'] }
const italian = { country: 'IT', cities: ['Milano'] }

describe('pairs that are proposed', () => {
  test.each<[string, Entry, Entry, string]>([
    [
      'across scripts',
      entry('株式会社デモ内視鏡'),
      entry('Demo Naishikyo', { cities: ['Kobe'] }),
      'same-name-other-script',
    ],
    [
      'a borrowed word',
      entry('㈱デモカテーテルメディカル'),
      entry('Demo Catheter Medical Co., Ltd.', { cities: ['Kobe'] }),
      'sounds-alike',
    ],
    ['half width and brackets', entry('(株)ﾃﾞﾓ工業'), entry('株式会社デモ工業'), 'same-name'],
    ['old characters', entry('髙橋デモ医科株式会社'), entry('高橋デモ医科'), 'same-name'],
    [
      'legal forms',
      entry('Demo Medizin GmbH', german),
      entry('DEMO MEDIZIN G.m.b.H.', { country: 'DE', cities: ['Cologne'] }),
      'same-name',
    ],
    [
      'a form within a form',
      entry('Demo Medizin GmbH & Co. KG', german),
      entry('Demo Medizin', { country: 'DE', cities: ['Koeln'] }),
      'same-name',
    ],
    ['umlauts', entry('Müller Demo GmbH', german), entry('Mueller Demo GmbH', german), 'same-name'],
    [
      'spacing and order',
      entry('Demo Bio Tech S.r.l.', italian),
      entry('Demo BioTech Srl', { country: 'IT', cities: ['Milan'] }),
      'same-name',
    ],
    [
      'a former name',
      entry('Nuova Demo S.p.A. (già Vecchia Prova)', italian),
      entry('Vecchia Prova SpA', italian),
      'former-name',
    ],
    ['a former name in Japanese', entry('株式会社新デモ(旧社名:見本器械)'), entry('見本器械株式会社'), 'former-name'],
    ['a slip of the pen', entry('Demo Arzneimittel GmbH', german), entry('Demo Arneimittel GmbH', german), 'near-name'],
    [
      'a longer name at one site',
      entry('Demo', { ...german, website: 'https://www.demo.example/de' }),
      entry('Demo Medical', { ...german, website: 'demo.example' }),
      'same-website',
    ],
    [
      'names that cannot be compared at one site',
      entry('見本堂', { website: 'demo.example' }),
      entry('Mihondo', { cities: ['Kobe'], website: 'www.demo.example' }),
      'same-website',
    ],
    [
      'one number of a register',
      entry('Demo Uno', { numbers: ['IT-MF-000012345'], ...italian }),
      entry('Demo Due', { numbers: ['it mf 000012345'], ...italian }),
      'same-number',
    ],
    [
      'moved, with a name of its own',
      entry('Physikalische Demo AG', german),
      entry('Physikalische Demo AG', { country: 'DE', cities: ['Bonn'] }),
      'distinctive-name',
    ],
  ])('%s', (_, one, other, reason) => {
    expect(between(one, other).reasons).toContain(reason)
    expect(isProposed(one, other)).toBe(true)
  })
})

describe('pairs that are not', () => {
  test.each<[string, Entry, Entry]>([
    ['numbered houses', entry('Demo Labor 1', german), entry('Demo Labor 2', german)],
    ['branches', entry('株式会社デモ 神戸支店'), entry('株式会社デモ 大阪支店')],
    ['a subsidiary abroad', entry('Demo Endoscopy GmbH', german), entry('Demo Endoscopy S.p.A.', italian)],
    ['a national company', entry('Demo Deutschland GmbH', german), entry('Demo GmbH', german)],
    ['a holding', entry('Demo Holding GmbH', german), entry('Demo GmbH', german)],
    ['a short name elsewhere', entry('Asa S.r.l.', italian), entry('ASA srl', { country: 'IT', cities: ['Roma'] })],
    ['a short word', entry('Deka GmbH', german), entry('Doka GmbH', german)],
    [
      'a provider of mail for all',
      entry('Demo Uno', { ...italian, mailAddresses: ['a@gmail.com'] }),
      entry('Prova', { ...italian, mailAddresses: ['b@gmail.com'] }),
    ],
    [
      'number 17 on two lists',
      entry('Demo Uno', { ...italian, numbers: ['17'] }),
      entry('Prova', { ...italian, numbers: ['17'] }),
    ],
    [
      'others at one address',
      entry('Demo Uno', { ...italian, website: 'park.example' }),
      entry('Prova', { ...italian, website: 'park.example' }),
    ],
  ])('%s', (_, one, other) => {
    expect(between(one, other).score).toBeLessThan(PROPOSED_FROM)
    expect(isProposed(one, other)).toBe(false)
  })
})

test('readings, shapes of characters and domains', () => {
  expect(romanise('デモナイシキョウ')).toBe('demonaishikyo')
  expect(romanise('キャッチャー')).toBe('kyatcha')
  expect(romanise('見本')).toBeNull()
  expect(unifyVariants('髙﨑')).toBe('高崎')
  expect(domainOfSite('HTTPS://www.demo.co.jp/index.html')).toBe('demo.co.jp')
  expect(domainOfSite('demo.wixsite.com')).toBeNull()
  expect(domainOfMail('x@mail.demo.example')).toBe('demo.example')
  expect(domainOfMail('x@libero.it')).toBeNull()
  expect(namesWithin('Demo SpA [IT]')).toEqual([{ name: 'Demo SpA', isFormer: false }])
  expect(namesWithin('株式会社デモ (Demo Inc.)').map(({ name }) => name)).toEqual(['株式会社デモ', 'Demo Inc.'])
})

const word = fc.constantFrom(
  'Demo',
  'Müller',
  'Medical',
  '1',
  '2',
  'Roma',
  'デモ',
  '内視鏡',
  'ﾒﾃﾞｨｶﾙ',
  '髙橋',
  'GmbH',
  'S.p.A.',
  '株式会社',
  '(ex Prova)',
  '&',
  'Deutschland',
  'Kateter',
  'Katheter',
)
const anyEntry = fc.record({
  names: fc.array(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    { minLength: 1, maxLength: 2 },
  ),
  country: fc.constantFrom('JP', 'DE'),
  cities: fc.array(fc.constantFrom('Köln', 'Cologne', '神戸市', 'Kobe'), { maxLength: 2 }),
  website: fc.constantFrom(null, 'demo.example', 'https://www.demo.example', 'other.example'),
  mailAddresses: fc.array(fc.constantFrom('a@demo.example', 'b@gmail.com'), { maxLength: 1 }),
  numbers: fc.array(fc.constantFrom('DE-MF-000000001', '17'), { maxLength: 1 }),
})
const entries = fc
  .array(anyEntry, { minLength: 2, maxLength: 12 })
  .map((all) => all.map((one, place): Entry => ({ ...one, id: `id-${place}` })))

describe('whatever is compared', () => {
  test('it is the same from either side', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (one, other) => {
        const [mine, theirs] = [profileOf({ ...one, id: 'a' }), profileOf({ ...other, id: 'b' })]
        const [there, back] = [compare(mine, theirs), compare(theirs, mine)]
        expect(back.score).toBe(there.score)
        expect(back.reasons).toEqual(there.reasons)
      }),
    )
  })

  test('the order of the list does not matter', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 11 }), (all, turn) => {
        const turned = [...all.slice(turn), ...all.slice(0, turn)].toReversed()
        expect(findDuplicates(turned)).toEqual(findDuplicates(all))
      }),
    )
  })

  test('what is comparable stays so, and a name is like itself', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        for (const name of namesWithin(words.join(' '))) {
          const form = formOf(name)
          if (!form) continue
          const again = formOf({ name: form.words.join(' '), isFormer: form.isFormer })
          expect(again?.words).toEqual(form.words)
          expect(unifyVariants(unifyVariants(name.name))).toBe(unifyVariants(name.name))
        }
      }),
    )
  })

  test('distance is symmetric and bounded', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(distanceBetween(one, other, 2)).toBe(distanceBetween(other, one, 2))
        expect(distanceBetween(one, other, 2)).toBeLessThanOrEqual(3)
        expect(distanceBetween(one, one, 2)).toBe(0)
      }),
    )
    expect(distanceBetween('katheter', 'kahteter', 2)).toBe(1)
  })
})
