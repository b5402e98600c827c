import { expect, test } from 'vitest'
import { instantFrom } from '../entries.ts'
import { timeliness } from './deadlines.ts'

/** A deadline at noon as somebody there declares it, and the instant it is. */
const noons = [
  ['Asia/Tokyo', '2022-03-22', '2022-03-22T03:00:00Z'],
  // Winter and summer time: five days before the clocks change in Europe, and the day they do.
  ['Europe/Paris', '2022-03-22', '2022-03-22T11:00:00Z'],
  ['Europe/Paris', '2022-03-27', '2022-03-27T10:00:00Z'],
  ['Europe/Paris', '2022-10-30', '2022-10-30T11:00:00Z'],
  ['America/New_York', '2022-03-12', '2022-03-12T17:00:00Z'],
  ['America/New_York', '2022-03-13', '2022-03-13T16:00:00Z'],
] as const

test.each(noons)('noon in %s on %s is exact to the second on either side', (zone, date, instant) => {
  const closesAt = instantFrom(date, '12:00', zone) as Date
  expect(closesAt.toISOString()).toBe(instant.replace('Z', '.000Z'))
  const at = (milliseconds: number, closesInclusive: boolean) =>
    timeliness({ opensAt: null, closesAt, closesInclusive }, new Date(closesAt.getTime() + milliseconds))
  expect([at(-1, false), at(0, false), at(999, false)]).toEqual(['in-time', 'late', 'late'])
  expect([at(-1, true), at(0, true), at(999, true), at(1000, true)]).toEqual(['in-time', 'in-time', 'in-time', 'late'])
})

test('a wall clock that does not show that time, or shows it twice, is not guessed', () => {
  expect(instantFrom('2022-03-27', '02:30', 'Europe/Paris')).toBe('no-such-time')
  expect(instantFrom('2022-10-30', '02:30', 'Europe/Paris')).toBe('occurs-twice')
  expect(instantFrom('2022-03-13', '02:30', 'America/New_York')).toBe('no-such-time')
  expect(instantFrom('２０２２-０３-２２', '９：００', 'Asia/Tokyo')).toEqual(new Date('2022-03-22T00:00:00Z'))
  expect(instantFrom('22.3.2022', 'noon', 'Asia/Tokyo')).toBe('not-a-time')
})

test('it opens in its very second', () => {
  const opensAt = new Date('2022-03-01T00:00:00Z')
  const window = { opensAt, closesAt: new Date('2022-03-22T03:00:00Z'), closesInclusive: false }
  expect(timeliness(window, new Date(opensAt.getTime() - 1))).toBe('early')
  expect(timeliness(window, opensAt)).toBe('in-time')
})
