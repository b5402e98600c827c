import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToDate, daysBetween } from '../language/dates.ts'
import { before, bounds, periodOf } from './period.ts'

const zones = fc.constantFrom('Asia/Tokyo', 'Europe/Rome', 'America/New_York', 'Pacific/Apia')
const day = fc.integer({ min: 0, max: 3000 }).map((days) => addToDate('2021-01-01', { days }))

test('a period and the one before it touch, share nothing, and are equally long in days or in whole months', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 800 }), zones, (from, length, zone) => {
      const period = { from, until: addToDate(from, { days: length }), zone }
      const earlier = before(period)
      expect(bounds(earlier).end).toEqual(bounds(period).start)
      const next = addToDate(period.until, { days: 1 })
      if (next.slice(8) === from.slice(8))
        expect(addToDate(earlier.from, { months: monthsFrom(from, next) })).toBe(from)
      else expect(daysBetween(earlier.from, earlier.until)).toBe(length)
      expect(bounds(period).start < bounds(period).end).toBe(true)
    }),
  )
})

const monthsFrom = (from: string, to: string): number =>
  Array.from({ length: 40 }, (_, months) => months).findIndex((months) => addToDate(from, { months }) === to)

test('a leap year is held against the year before, a quarter against the quarter before', () => {
  const earlier = (from: string, until: string) => before({ from, until, zone: 'Asia/Tokyo' })
  expect(earlier('2024-01-01', '2024-12-31')).toMatchObject({ from: '2023-01-01', until: '2023-12-31' })
  expect(earlier('2026-04-01', '2026-06-30')).toMatchObject({ from: '2026-01-01', until: '2026-03-31' })
  expect(earlier('2025-11-25', '2026-11-24')).toMatchObject({ from: '2024-11-25', until: '2025-11-24' })
  expect(earlier('2026-03-10', '2026-03-12')).toMatchObject({ from: '2026-03-07', until: '2026-03-09' })
})

test('without days, or with days that are none, it is the last twelve months', () => {
  const year = { from: '2021-03-23', until: '2022-03-22', zone: 'Asia/Tokyo' }
  expect(periodOf({}, '2022-03-22', 'Asia/Tokyo')).toEqual(year)
  expect(periodOf({ from: '2022-02-30', until: 'x' }, '2022-03-22', 'Asia/Tokyo')).toEqual(year)
  expect(periodOf({ from: '2022-03-02', until: '2022-03-01' }, '2022-03-22', 'Asia/Tokyo')).toEqual(year)
  expect(periodOf({ from: '0001-01-01', until: '2022-03-01' }, '2022-03-22', 'Asia/Tokyo')).toEqual(year)
  expect(periodOf({ from: '2022-01-01', until: '9999-12-31' }, '2022-03-22', 'Asia/Tokyo')).toEqual(year)
})

test('the longest period that can be asked for has bounds, and one before it', () => {
  const longest = periodOf({ from: '1900-01-01', until: '2999-12-31' }, '2022-03-22', 'Pacific/Apia')
  expect(longest.from).toBe('1900-01-01')
  for (const period of [longest, before(longest)]) expect(bounds(period).start < bounds(period).end).toBe(true)
})
