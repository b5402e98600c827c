import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { secretsOf } from './secrets.ts'

describe('keys at rest', () => {
  const secrets = secretsOf('a secret of at least thirty-two characters')

  test('come back as they were, and never look the same twice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (plain) => {
        const locked = secrets.lock(plain, 'test')
        expect(secrets.unlock(locked, 'test')).toEqual(plain)
        expect(secrets.lock(plain, 'test')).not.toEqual(locked)
      }),
    )
  })

  test('open neither with another secret, nor for another purpose, nor when altered', () => {
    const locked = secrets.lock(new Uint8Array([1, 2, 3]), 'test')
    expect(() => secretsOf('another secret of thirty-two characters').unlock(locked, 'test')).toThrow()
    expect(() => secrets.unlock(locked, 'other')).toThrow()
    for (let index = 0; index < locked.length; index++) {
      const altered = locked.slice()
      altered[index] = (altered[index] ?? 0) ^ 1
      expect(() => secrets.unlock(altered, 'test')).toThrow()
    }
  })
})
