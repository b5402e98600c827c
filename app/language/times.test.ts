import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { locales } from './locales.ts'
import { placeName, usualZones } from './places.ts'
import {
  addToTime,
  type DeclaredTime,
  declareTime,
  isZone,
  localTime,
  machineTime,
  offsetText,
  startOfDay,
} from './times.ts'
import { type Reader, timeForReader, timeRangeForReader } from './timesForReader.ts'

const kobe = { ja: '神戸', en: 'Kobe' }
const lyon = { zone: 'Europe/Paris', place: { ja: 'リヨン', en: 'Lyon' } }
const newYork = { zone: 'America/New_York' }
const ceremony: DeclaredTime = { instant: '2022-03-22T08:00:00Z', zone: 'Asia/Tokyo', place: kobe }
const end: DeclaredTime = { ...ceremony, instant: '2022-03-22T08:40:00Z' }
const deadline: DeclaredTime = { instant: '2022-03-22T03:00:00Z', zone: 'Asia/Tokyo', place: kobe }

const declared = (date: string, time: string, zone: string, which?: 'earlier' | 'later') =>
  declareTime(date, time, zone, { which })

describe('showing a moment to a reader', () => {
  it.each([
    ['en', 'Tuesday 22 March 2022, 09:00–09:40 in Lyon · 17:00–17:40 in Kobe'],
    ['ja', '2022年3月22日(火) 09:00～09:40（リヨン） · 17:00～17:40（神戸）'],
    ['fr', 'mardi 22 mars 2022, 09:00–09:40 à Lyon · 17:00–17:40 à Kobe'],
    ['de', 'Dienstag, 22. März 2022, 09:00–09:40 Uhr in Lyon · 17:00–17:40 Uhr in Kobe'],
    ['it', 'martedì 22 marzo 2022, 09:00–09:40 a Lyon · 17:00–17:40 a Kobe'],
  ] as const)('puts the reader in Lyon first (%s)', (locale, text) => {
    expect(timeRangeForReader(ceremony, end, { locale, ...lyon }).text).toBe(text)
  })

  it.each([
    ['en', 'Monday 21 March 2022, 23:00 in New York · 12:00 in Kobe, where it is already Tuesday 22 March'],
    ['ja', '2022年3月21日(月) 23:00（ニューヨーク） · 12:00（神戸では既に3月22日(火)）'],
    ['fr', 'lundi 21 mars 2022, 23:00 à New York · 12:00 à Kobe, où l’on est déjà le mardi 22 mars'],
    ['de', 'Montag, 21. März 2022, 23:00 Uhr in New York · 12:00 Uhr in Kobe, dort schon Dienstag, 22. März'],
    ['it', 'lunedì 21 marzo 2022, 23:00 a New York · 12:00 a Kobe, dove è già martedì 22 marzo'],
  ] as const)('says in words that noon on Tuesday in Kobe is Monday in New York (%s)', (locale, text) => {
    const shown = timeForReader(deadline, { locale, ...newYork })
    expect(shown.text).toBe(text)
    expect(shown.dayDiffers).toBe(true)
    expect(shown.here).toMatchObject({ machine: '2022-03-21T23:00-04:00', date: '2022-03-21', time: '23:00' })
    expect(shown.there?.machine).toBe('2022-03-22T12:00+09:00')
  })

  it('says that it is still the day before where the declaring side is behind', () => {
    const evening: DeclaredTime = { instant: '2022-03-22T00:30:00Z', zone: 'America/New_York' }
    const tokyo = { zone: 'Asia/Tokyo' }
    expect(timeForReader(evening, { locale: 'en', ...tokyo }).clocks).toBe(
      '09:30 in Tokyo · 20:30 in New York, where it is still Monday 21 March',
    )
    expect(timeForReader(evening, { locale: 'ja', ...tokyo }).clocks).toBe(
      '09:30（東京） · 20:30（ニューヨークではまだ3月21日(月)）',
    )
  })

  it('shows one time to a reader in the declaring zone, by the name the host gave it', () => {
    const shown = timeForReader(ceremony, { locale: 'ja', zone: 'Asia/Tokyo' })
    expect(shown).toMatchObject({ text: '2022年3月22日(火) 17:00（神戸）', there: null, dayDiffers: false })
    expect(timeForReader(ceremony, { locale: 'en', zone: null }).clocks).toBe('17:00 in Kobe')
  })

  it('names the day of an end that falls on the next one', () => {
    const late: DeclaredTime = { instant: '2022-03-22T14:30:00Z', zone: 'Asia/Tokyo' }
    const past = { ...late, instant: '2022-03-22T15:10:00Z' }
    const tokyo = { zone: 'Asia/Tokyo' }
    expect(timeRangeForReader(late, past, { locale: 'en', ...tokyo }).clocks).toBe(
      '23:30–00:10 (Wednesday 23 March) in Tokyo',
    )
    expect(timeRangeForReader(late, past, { locale: 'ja', ...tokyo }).clocks).toBe('23:30～3月23日(水) 00:10（東京）')
  })

  it('puts no preposition before UTC, and the right one before Italian and French towns', () => {
    const noon: DeclaredTime = { instant: '2022-06-01T12:00:00Z', zone: 'UTC' }
    const reader = (locale: Reader['locale'], name: string): Reader => ({
      locale,
      zone: 'Europe/Berlin',
      place: { [locale]: name },
    })
    expect(timeForReader(noon, { locale: 'en', zone: 'UTC' }).clocks).toBe('12:00 UTC')
    expect(timeForReader(noon, { locale: 'ja', zone: 'UTC' }).clocks).toBe('12:00（UTC）')
    expect(timeForReader(noon, reader('it', 'Amburgo')).clocks).toBe('14:00 ad Amburgo · 12:00 UTC')
    expect(timeForReader(noon, reader('fr', 'Le Havre')).clocks).toBe('14:00 au Havre · 12:00 UTC')
  })

  it('has every usual zone in every language, and falls back to the city of the IANA', () => {
    expect(usualZones.filter((zone) => !isZone(zone))).toEqual([])
    const names = usualZones.flatMap((zone) => locales.map((locale) => placeName(locale, zone)))
    expect(names).not.toContain('')
    const inKanjiOrKana = /^[\p{Script=Katakana}\p{Script=Han}ー]+$/u
    expect(usualZones.filter((zone) => !inKanjiOrKana.test(placeName('ja', zone)))).toEqual(['UTC'])
    expect(placeName('de', 'America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  })
})

describe('declaring a moment', () => {
  it('reads the wall clock of the zone', () => {
    expect(declared('2022-03-22', '17:00', 'Asia/Tokyo')).toEqual({
      instant: '2022-03-22T08:00:00Z',
      zone: 'Asia/Tokyo',
    })
    expect(declared('2022-03-22', '24:00', 'Asia/Tokyo')).toMatchObject({ instant: '2022-03-22T15:00:00Z' })
    expect(declareTime('2022-03-22', '17:00', 'Asia/Tokyo', { place: kobe })).toEqual(ceremony)
  })

  it('refuses an hour that clocks leap over, and says where they land', () => {
    expect(declared('2022-03-27', '02:30', 'Europe/Rome')).toEqual({
      refused: 'no-such-time',
      instead: { date: '2022-03-27', time: '03:30', offset: 120 },
    })
    expect(declared('2022-03-13', '02:30', 'America/New_York')).toMatchObject({ refused: 'no-such-time' })
  })

  it('refuses an hour that clocks repeat, unless told which', () => {
    expect(declared('2022-10-30', '02:30', 'Europe/Rome')).toEqual({
      refused: 'occurs-twice',
      earlier: { date: '2022-10-30', time: '02:30', offset: 120 },
      later: { date: '2022-10-30', time: '02:30', offset: 60 },
    })
    expect(declared('2022-10-30', '02:30', 'Europe/Rome', 'earlier')).toMatchObject({ instant: '2022-10-30T00:30:00Z' })
    expect(declared('2022-10-30', '02:30', 'Europe/Rome', 'later')).toMatchObject({ instant: '2022-10-30T01:30:00Z' })
  })

  it.each([
    ['2022-03-22', '17:00', 'Asia/Kobe', 'unknown-zone'],
    ['2022-03-22', '17:00', '+09:00', 'unknown-zone'],
    ['2022-03-22', '17:00', '', 'unknown-zone'],
    ['2022-03-22', '17:60', 'Asia/Tokyo', 'not-a-time'],
    ['2022-03-22', '24:01', 'Asia/Tokyo', 'not-a-time'],
    ['2022-02-29', '17:00', 'Asia/Tokyo', 'not-a-time'],
    ['22.3.2022', '17:00', 'Asia/Tokyo', 'not-a-time'],
  ])('refuses %s %s %s: %s', (date, time, zone, refused) => {
    expect(declared(date, time, zone)).toEqual({ refused })
  })

  const minutes = fc.integer({ min: Date.UTC(1973, 0) / 60_000, max: Date.UTC(2037, 11) / 60_000 })
  const zone = fc.constantFrom('Asia/Tokyo', 'Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'UTC')

  it('finds every moment again from its wall clock, and agrees with Temporal on what the clock says', () => {
    fc.assert(
      fc.property(minutes, zone, (minute, name) => {
        const instant = new Date(minute * 60_000).toISOString()
        const local = localTime(instant, name)
        const theirs = Temporal.Instant.from(instant).toZonedDateTimeISO(name)
        expect(local.date).toBe(theirs.toPlainDate().toString())
        expect(local.time).toBe(theirs.toPlainTime().toString().slice(0, 5))
        expect(Date.parse(machineTime(local))).toBe(minute * 60_000)
        const found = (['earlier', 'later'] as const).map((which) => declared(local.date, local.time, name, which))
        expect(found.map((time) => 'instant' in time && Date.parse(time.instant))).toContain(minute * 60_000)
      }),
      { numRuns: 1000 },
    )
  })

  it('never returns a moment at which the wall clock shows something else', () => {
    // The hours around the four changes of 2022, where it could.
    const day = fc.constantFrom('2022-03-13', '2022-03-27', '2022-10-30', '2022-11-06')
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 239 }), zone, (date, minute, name) => {
        const time = `0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
        const found = declared(date, time, name)
        const outcome = 'refused' in found ? found.refused : localTime(found.instant, name)
        expect(['no-such-time', 'occurs-twice', { date, time, offset: expect.any(Number) }]).toContainEqual(outcome)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('reckoning', () => {
  it('keeps the wall clock over a change of clocks', () => {
    const before: DeclaredTime = { instant: '2022-03-22T16:00:00Z', zone: 'Europe/Rome' }
    expect(addToTime(before, { weeks: 1 })).toEqual({ instant: '2022-03-29T15:00:00Z', zone: 'Europe/Rome' })
    expect(addToTime(before, { hours: 7 * 24 }).instant).toBe('2022-03-29T16:00:00Z')
    expect(addToTime(ceremony, { years: 2 })).toEqual({ ...ceremony, instant: '2024-03-22T08:00:00Z' })
  })

  it('starts a day at midnight there', () => {
    expect(startOfDay('2022-03-23', 'Asia/Tokyo').instant).toBe('2022-03-22T15:00:00Z')
  })

  it('writes offsets', () => {
    expect([540, -240, 330, 0].map(offsetText)).toEqual(['UTC+9', 'UTC−4', 'UTC+5:30', 'UTC'])
  })
})
