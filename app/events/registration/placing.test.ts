import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movingUp, seatIn } from './placing.ts'

test('a seat is refused for the reason that would not go away with one more seat', () => {
  const room = { capacity: 3, confirmed: 3, capPerAffiliation: 1, confirmedOfAffiliation: 1 }
  expect(seatIn(room)).toBe('affiliation-full')
  expect(seatIn({ ...room, confirmedOfAffiliation: 0 })).toBe('full')
  expect(seatIn({ ...room, confirmedOfAffiliation: 0, capacity: null })).toBe('seat')
})

test('seats go in order of arrival, passing over nobody who could have one', () => {
  const affiliation = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null })
  fc.assert(
    fc.property(
      fc.array(affiliation),
      fc.nat(8),
      fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      (line, seats, cap) => {
        const waiting = line.map((affiliationKey, index) => ({ id: String(index), affiliationKey }))
        const chosen = movingUp(waiting, seats, cap, new Map([['a', 1]]))
        const taken = new Map([['a', 1]])
        let left = seats
        for (const { id, affiliationKey } of waiting) {
          const own = affiliationKey === null ? 0 : (taken.get(affiliationKey) ?? 0)
          const fits = left > 0 && (affiliationKey === null || cap === null || own < cap)
          expect(chosen.includes(id)).toBe(fits)
          if (!fits) continue
          left--
          if (affiliationKey !== null) taken.set(affiliationKey, own + 1)
        }
      },
    ),
  )
})
