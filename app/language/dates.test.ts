import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateRangeText } from './dateRanges.ts'
import { addToDate, calendarDate, dateText, daysBetween, fullDateText, isCalendarDate, weekdayOf } from './dates.ts'
import { durationInWords, durationText } from './durations.ts'
import { locales } from './locales.ts'

const inAll = (write: (locale: (typeof locales)[number]) => string) => locales.map(write)

describe('dates', () => {
  it('writes a date the way each language does', () => {
    expect(inAll((locale) => dateText(locale, '2022-03-22'))).toEqual([
      '2022年3月22日',
      '22 March 2022',
      '22 mars 2022',
      '22. März 2022',
      '22 marzo 2022',
    ])
    expect(inAll((locale) => fullDateText(locale, '2022-03-01'))).toEqual([
      '2022年3月1日(火)',
      'Tuesday 1 March 2022',
      'mardi 1er mars 2022',
      'Dienstag, 1. März 2022',
      'martedì 1º marzo 2022',
    ])
  })

  it('says nothing twice in a range', () => {
    expect(inAll((locale) => dateRangeText(locale, '2022-03-22', '2022-03-24'))).toEqual([
      '2022年3月22日～24日',
      '22–24 March 2022',
      '22–24 mars 2022',
      '22.–24. März 2022',
      '22–24 marzo 2022',
    ])
    expect(inAll((locale) => dateRangeText(locale, '2022-03-30', '2022-04-01'))).toEqual([
      '2022年3月30日～4月1日',
      '30 March – 1 April 2022',
      '30 mars – 1er avril 2022',
      '30. März – 1. April 2022',
      '30 marzo – 1º aprile 2022',
    ])
    expect(dateRangeText('ja', '2022-12-30', '2023-01-02')).toBe('2022年12月30日～2023年1月2日')
    expect(dateRangeText('en', '2022-12-30', '2023-12-02')).toBe('30 December 2022 – 2 December 2023')
    expect(dateRangeText('de', '2022-03-22', '2022-03-22')).toBe('22. März 2022')
  })

  it('knows which dates there are', () => {
    expect([
      calendarDate(2024, 2, 29),
      calendarDate(2022, 2, 29),
      calendarDate(0, 1, 1),
      calendarDate(2022, 0, 1),
    ]).toEqual(['2024-02-29', null, null, null])
    expect(['2022-03-22', '2022-3-22', '2022-02-30', '2022-03-22T00:00'].map(isCalendarDate)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('counts days and weekdays as the clock of the machine does', () => {
    const date = fc
      .date({ min: new Date('1868-10-23'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
    fc.assert(
      fc.property(date, date, (one, other) => {
        expect(weekdayOf(one)).toBe(new Date(`${one}T00:00Z`).getUTCDay())
        expect(addToDate(one, { days: daysBetween(one, other) })).toBe(other)
      }),
    )
    expect(addToDate('2024-02-29', { years: 1 })).toBe('2025-02-28')
    expect(addToDate('2022-01-31', { months: 1 })).toBe('2022-02-28')
  })
})

describe('durations', () => {
  it('writes two years in five languages', () => {
    expect(inAll((locale) => durationInWords(locale, { years: 2 }))).toEqual([
      '２年間',
      'two years',
      'deux ans',
      'zwei Jahre',
      'due anni',
    ])
    expect(inAll((locale) => durationInWords(locale, { years: 1 }))).toEqual([
      '１年間',
      'one year',
      'un an',
      'ein Jahr',
      'un anno',
    ])
    expect(inAll((locale) => durationText(locale, { years: 2, months: 6 }))).toEqual([
      '2年6か月間',
      '2 years and 6 months',
      '2 ans et 6 mois',
      '2 Jahre und 6 Monate',
      '2 anni e 6 mesi',
    ])
  })

  it('writes figures above twelve, and leaves out what is nought', () => {
    expect(durationInWords('en', { months: 18 })).toBe('18 months')
    expect(durationInWords('it', { hours: 1, minutes: 0 })).toBe('un’ora')
    expect(durationText('ja', { minutes: 40 })).toBe('40分間')
    expect(durationText('ja', { hours: 2 })).toBe('2時間')
    expect(durationText('en', {})).toBe('')
  })
})
