import { expect, test } from 'vitest'
import { classDigit, readEmdn, readJmdn } from './classes.ts'

test('a JMDN code has eight digits and begins with 1, 3, 4 or 7; full-width digits are read', () => {
  expect(readJmdn('36957001')).toBe('36957001')
  expect(readJmdn('３６９５ ７００２')).toBe('36957002')
  expect(readJmdn('70006000')).toBe('70006000')
  for (const wrong of ['26957001', '3695700', '369570011', '3695700A', '']) expect(readJmdn(wrong)).toBeNull()
})

test('its last digit may stand for a class, or for none', () => {
  expect(classDigit('36957004')).toBe('IV')
  expect(classDigit('70006000')).toBeNull()
})

test('an EMDN code is a letter and pairs of digits', () => {
  expect(readEmdn('c0101')).toBe('C0101')
  expect(readEmdn('Ｚ１２０１')).toBe('Z1201')
  for (const wrong of ['C', 'C0', 'C010', '0101', 'CC01', 'C01010101010101']) expect(readEmdn(wrong)).toBeNull()
})
