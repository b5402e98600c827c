import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { newReference } from '../platform/ids.ts'
import { readReference } from './reference.ts'

test('a reference is understood however it is typed', () => {
  for (const typed of ['7K3F-9QX2', '7k3f9qx2', ' 7k3f 9qx2 ', '７Ｋ３Ｆ−９ＱＸ２', '7K3F–9QX2', '7K3Fー9QX2'])
    expect(readReference(typed)).toBe('7K3F-9QX2')
  expect(readReference('OOIL-LLOO')).toBe('0011-1100')
})

test('every reference that is given out reads back as itself', () => {
  for (let count = 0; count < 500; count++) {
    const reference = newReference()
    expect(readReference(reference.toLowerCase().replace('-', ' '))).toBe(reference)
  }
})

test('anything else is none, and never throws', () => {
  for (const typed of ['', '7K3F', '7K3F-9QX2-1', 'UUUU-UUUU', '../../../etc']) expect(readReference(typed)).toBeNull()
  assert(
    property(
      string({ unit: 'binary' }),
      (text) => readReference(text) === null || /^.{4}-.{4}$/.test(readReference(text) ?? ''),
    ),
  )
})
