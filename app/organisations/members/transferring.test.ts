import { expect, test } from 'vitest'
import { groundOf } from './transferring.ts'

test('data goes freely within a country and the EEA, between the EEA and Japan by the adequacy decisions, and nowhere else', () => {
  expect(groundOf('JP', 'JP')).toBe('same-country')
  expect(groundOf('IT', 'DE')).toBe('eea')
  expect(groundOf('NO', 'FR')).toBe('eea')
  expect(groundOf('BE', 'JP')).toBe('adequacy')
  expect(groundOf('JP', 'FR')).toBe('adequacy')
  for (const third of ['US', 'CN', 'CH', 'GB']) {
    expect(groundOf('DE', third)).toBeNull()
    expect(groundOf('JP', third)).toBeNull()
    expect(groundOf(third, 'JP')).toBeNull()
  }
})
