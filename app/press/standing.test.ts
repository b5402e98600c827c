import fc from 'fast-check'
import { expect, test } from 'vitest'
import { approvedByAll, type Facts, liftingOf, shownRevision, standingOf } from './standing.ts'

const minute = fc.integer({ min: 0, max: 60 })
const at = (value: number) => new Date(Date.UTC(2022, 2, 22, 8, value))

const facts: fc.Arbitrary<Facts> = fc.record({
  newest: fc.constant(3),
  issuers: fc.constantFrom(['kobe'], ['kobe', 'lyon'], ['kobe', 'lyon', 'torino']),
  approvals: fc.uniqueArray(
    fc.record({ organisationId: fc.constantFrom('kobe', 'lyon', 'torino', 'nobody'), at: minute.map(at) }),
    { selector: ({ organisationId }) => organisationId, maxLength: 4 },
  ),
  embargo: fc.record({ liftsAt: fc.option(minute.map(at)), uponSignature: fc.boolean() }),
  signedAt: fc.option(minute.map(at)),
  lifting: fc.constant(null),
  corrections: fc.constant([]),
  withdrawnAt: fc.option(minute.map(at), { freq: 4 }),
})

test('nothing is shown before the instant, every approval and the signature that is waited for', () => {
  fc.assert(
    fc.property(facts, minute.map(at), (given, now) => {
      const shown = shownRevision(given, now)
      const { liftsAt, uponSignature } = given.embargo
      const isOpen =
        !given.withdrawnAt &&
        given.issuers.every((issuer) =>
          given.approvals.some((one) => one.organisationId === issuer && one.at <= now),
        ) &&
        (!liftsAt || liftsAt <= now) &&
        (!uponSignature || (given.signedAt !== null && given.signedAt <= now))
      expect(shown).toBe(isOpen ? given.newest : null)
    }),
    { numRuns: 2000 },
  )
})

test('once open it stays open as time goes by, from one moment that everybody computes alike', () => {
  fc.assert(
    fc.property(facts, minute, minute, (given, early, later) => {
      const first = liftingOf(given, at(early))
      if (!first) return
      expect(liftingOf(given, at(early + later))).toEqual(first)
      expect(first.at.getTime()).toBeLessThanOrEqual(at(early).getTime())
      // What the sweep writes down is what readers had all along.
      expect(shownRevision({ ...given, lifting: first }, at(early))).toBe(shownRevision(given, at(early)))
    }),
  )
})

test('what was written down holds, and a withdrawal ends it', () => {
  const lifted: Facts = {
    newest: 5,
    issuers: ['kobe', 'lyon'],
    approvals: [],
    embargo: { liftsAt: at(50), uponSignature: true },
    signedAt: null,
    lifting: { revision: 3, at: at(10) },
    corrections: [
      { revision: 4, effectiveAt: at(20) },
      { revision: 5, effectiveAt: null },
    ],
    withdrawnAt: null,
  }
  expect(shownRevision(lifted, at(15))).toBe(3)
  expect(shownRevision(lifted, at(20))).toBe(4)
  expect(standingOf(lifted, at(20))).toBe('public')
  expect(shownRevision({ ...lifted, withdrawnAt: at(30) }, at(40))).toBeNull()
  expect(standingOf({ ...lifted, withdrawnAt: at(30) }, at(40))).toBe('withdrawn')
  expect(approvedByAll({ ...lifted, issuers: [] })).toBe(false)
})
