import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToDate } from '../../language/dates.ts'
import { yearsOf } from './years.ts'

const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addToDate('2010-01-01', { days }))

test('the years of an agreement follow each other without gap, and cover every day up to today or its end', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 5000 }), (from, term, passed) => {
      const until = addToDate(from, { days: term })
      const today = addToDate(from, { days: passed })
      const years = yearsOf({ from, until, zone: 'UTC' }, today)
      expect(years[0]?.from).toBe(from)
      for (const [index, year] of years.entries()) {
        expect(year.from <= year.until).toBe(true)
        expect(year.number).toBe(index + 1)
        const next = years[index + 1]
        if (next) expect(addToDate(year.until, { days: 1 })).toBe(next.from)
      }
      const last = years.at(-1)
      expect(last && (last.until >= today || last.until === until)).toBe(true)
    }),
  )
})

test('a year that begins on 29 February comes back to it', () => {
  const years = yearsOf({ from: '2024-02-29', until: '2029-02-27', zone: 'UTC' }, '2029-01-01')
  expect(years.map(({ from }) => from)).toEqual(['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'])
})

test('there is no year before the first day', () => {
  expect(yearsOf({ from: '2024-03-01', until: '2029-02-28', zone: 'UTC' }, '2024-02-29')).toEqual([])
})
