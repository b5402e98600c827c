import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { phrasesOf } from './phrases.ts'

test('a particle stays with its word, a bracket with what it holds', () => {
  const parted = phrasesOf('相互支援に関する覚書（ビジネス連携協定）').join('|')
  expect(parted).toMatch(/関する\|覚書/)
  expect(parted).not.toMatch(/\|[るす）]|（\|/)
})

test('the phrases together are the text', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'相互支援に関する、（）「」ビジネスabc 1１。'.split('')),
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, (written) => {
      expect(phrasesOf(written).join('')).toBe(written)
    }),
  )
})
