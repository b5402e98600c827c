import { expect, test } from 'vitest'
import { type Comparable, possibleDuplicates } from './duplicates.ts'

const application = (registrationId: string, more: Partial<Comparable> = {}): Comparable => ({
  registrationId,
  addressKey: `${registrationId}@example.org`,
  nameKeys: [registrationId],
  outletKey: `outlet of ${registrationId}`,
  mobileKey: `1234${registrationId.charCodeAt(0)}`,
  proofDigests: [],
  ...more,
})

test('strangers are nobody’s duplicates', () => {
  expect(possibleDuplicates([application('a'), application('b'), application('c')]).size).toBe(0)
})

test('each likeness is named, on both sides', () => {
  const found = possibleDuplicates([
    application('a', { nameKeys: ['x', 'y'], outletKey: 'kobe', mobileKey: '901234567', proofDigests: ['f'] }),
    application('b', { nameKeys: ['y', 'x'], outletKey: 'kobe', mobileKey: '901234567', proofDigests: ['f'] }),
    application('c', { nameKeys: ['y'] }),
  ])
  expect(found.get('a')).toEqual([
    { registrationId: 'b', because: ['name-and-outlet', 'mobile', 'proof'] },
    { registrationId: 'c', because: ['name'] },
  ])
  expect(found.get('c')?.map(({ registrationId }) => registrationId)).toEqual(['a', 'b'])
})

test('a number too short to be one person’s says nothing', () => {
  expect(
    possibleDuplicates([application('a', { mobileKey: '110' }), application('b', { mobileKey: '110' })]).size,
  ).toBe(0)
})
