import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ActivityRecord, commitmentTo, genesis, hashOf } from './link.ts'

const record: ActivityRecord = {
  id: '0192f000-0000-7000-8000-000000000001',
  subject: { kind: 'agreement', id: '0192f000-0000-7000-8000-000000000002' },
  seq: 1,
  at: '2026-03-22T08:00:00.000Z',
  verb: 'agreement.drafted',
  actor: { organisation: null, via: 'session' },
  facts: { clauses: 12 },
  commitments: {},
  previous: genesis,
}

describe('the hash of a record', () => {
  // Made apart from this code: printf 'musubi/activity/v1\0{"actor":…}' | sha256sum
  test('is what sha256sum gives for the canonical text', () => {
    expect(hashOf(record)).toBe('0916f5732af5d9605ebb5e83b008f3f0435a07b33fc5eb0c176a476a002510dc')
  })

  test('does not depend on the order in which fields were written', () => {
    const reversed = Object.fromEntries(Object.entries(record).toReversed()) as ActivityRecord
    expect(hashOf(reversed)).toBe(hashOf(record))
  })

  test('depends on every field', () => {
    const others: Partial<ActivityRecord>[] = [
      { id: '0192f000-0000-7000-8000-000000000003' },
      { subject: { ...record.subject, kind: 'organisation' } },
      { subject: { ...record.subject, id: record.id } },
      { seq: 2 },
      { at: '2026-03-22T08:00:00.001Z' },
      { verb: 'agreement.approved' },
      { actor: { organisation: record.id, via: 'session' } },
      { actor: { organisation: null, via: 'token' } },
      { facts: { clauses: 13 } },
      { commitments: { actor: genesis } },
      { previous: 'f'.repeat(64) },
    ]
    const hashes = others.map((other) => hashOf({ ...record, ...other }))
    expect(new Set([hashOf(record), ...hashes]).size).toBe(others.length + 1)
  })

  test('refuses text whose bytes nobody agrees on', () => {
    expect(() => hashOf({ ...record, verb: 'a\ud800' })).toThrow('surrogate')
  })
})

test('a commitment opens for its own name, value and salt only', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
  const opening = fc.tuple(fc.string(), bytes, fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(opening, opening, ([nameA, saltA, valueA], [nameB, saltB, valueB]) => {
      const same = nameA === nameB && valueA === valueB && Buffer.compare(saltA, saltB) === 0
      const a = commitmentTo(nameA, { salt: saltA, value: valueA })
      expect(a === commitmentTo(nameB, { salt: saltB, value: valueB })).toBe(same)
      expect(a).toBe(commitmentTo(nameA, { salt: saltA, value: valueA }))
    }),
  )
})
