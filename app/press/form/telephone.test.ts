import { expect, test } from 'vitest'
import { contactPhone } from './telephone.ts'
import { announcement } from './testing/announcement.ts'

const { record } = await announcement()

const phoneOf = (telephone: string, country: string) =>
  contactPhone({ ...record, press: { ...record.press, contact: { ...record.press.contact, telephone, country } } })

test.each([
  ['０７８－３０６－２２３１', 'JP', '078-306-2231', '+81 78 306 2231', '+81783062231'],
  ['04 72 76 53 30', 'FR', '04 72 76 53 30', '+33 4 72 76 53 30', '+33472765330'],
  ['0125 561311', 'IT', '0125 561311', '+39 0125 561311', '+390125561311'],
  ['+49 40 471 96 400', 'JP', '+49 40 471 96 400', '+49 40 471 96 400', '+494047196400'],
  ['078-306-2231', 'XX', '078-306-2231', '078-306-2231', null],
])('%s in %s is dialled as its country does', (written, country, national, international, dialled) => {
  expect(phoneOf(written, country)).toEqual({ national, international, dialled })
})

test('what is no number is not dialled', () => {
  expect(phoneOf('ask for Moriguchi', 'JP')).toBeNull()
})
