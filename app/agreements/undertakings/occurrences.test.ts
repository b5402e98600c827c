import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToDate, daysBetween } from '../../language/dates.ts'
import { dueDays, nextDue, occurrencesOf } from './occurrences.ts'
import { cadences } from './tables.ts'

const day = fc
  .record({ year: fc.integer({ min: 2020, max: 2032 }), offset: fc.integer({ min: 0, max: 365 }) })
  .map(({ year, offset }) => addToDate(`${year}-01-01`, { days: offset }))

test('days follow the first one month by month and never wander from its day but where a month is too short', () => {
  expect(dueDays({ cadence: 'monthly', firstDue: '2023-12-31' }, '2024-04-30')).toEqual([
    '2023-12-31',
    '2024-01-31',
    '2024-02-29',
    '2024-03-31',
    '2024-04-30',
  ])
  expect(dueDays({ cadence: 'yearly', firstDue: '2024-02-29' }, '2026-02-28')).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2026-02-28',
  ])
})

test('days rise, begin with the first, and stay within the term', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cadences), day, day, (cadence, firstDue, until) => {
      const days = dueDays({ cadence, firstDue }, until)
      const isEmpty = cadence === 'as-it-arises' || firstDue > until
      expect(days.length === 0).toBe(isEmpty)
      if (isEmpty) return
      expect(days[0]).toBe(firstDue)
      expect(days).toEqual(days.toSorted())
      expect(new Set(days).size).toBe(days.length)
      expect(days.every((one) => one <= until)).toBe(true)
      const gaps = days.slice(1).map((one, index) => daysBetween(days[index] ?? one, one))
      const longest = { once: 0, monthly: 31, quarterly: 92, 'half-yearly': 184, yearly: 366 }[cadence]
      expect(gaps.every((gap) => gap >= 28 && gap <= longest)).toBe(true)
    }),
  )
})

test('an occurrence is kept by evidence that nobody questions, missed only after its day, and next is the earliest open one', () => {
  const evidence = [
    { dueOn: '2022-06-30', answers: [{ answer: 'confirmed' as const }] },
    { dueOn: '2022-09-30', answers: [{ answer: 'questioned' as const }] },
    { dueOn: null, answers: [] },
  ]
  const undertaking = { cadence: 'quarterly' as const, firstDue: '2022-06-30', evidence }
  const found = occurrencesOf(undertaking, { until: '2023-06-30', today: '2022-12-30' })
  expect(found.map(({ due, state }) => [due, state])).toEqual([
    ['2022-06-30', 'kept'],
    ['2022-09-30', 'questioned'],
    ['2022-12-30', 'ahead'],
    ['2023-03-30', 'ahead'],
    ['2023-06-30', 'ahead'],
    [null, 'kept'],
  ])
  expect(nextDue(found)).toBe('2022-12-30')
  const later = occurrencesOf(undertaking, { until: '2023-06-30', today: '2022-12-31' })
  expect(later[2]?.state).toBe('missed')
})
