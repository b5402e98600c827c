import { internationalPhone, normalisePhone } from '../../language/phones.ts'
import type { ReleaseRecord } from '../record.ts'

export type ContactPhone = {
  /** As it is dialled in its country: 078-306-2231. */
  national: string
  /** As it is dialled from abroad, grouped alike: +81 78 306 2231; the national form where the country is not known. */
  international: string
  /** For `tel:`; null where nobody could dial it from anywhere. */
  dialled: string | null
}

/** The telephone of a contact, or null for what is no telephone number. */
export function contactPhone({ press, event }: ReleaseRecord): ContactPhone | null {
  const phone = normalisePhone(press.contact.telephone)
  if ('refused' in phone) return null
  const { number } = phone
  const country = press.contact.country ?? event.attendees.find(({ side }) => side === 'own')?.country ?? ''
  const dialled = internationalPhone(number, country)
  if (!dialled || number.startsWith('+')) return { national: number, international: number, dialled }
  const digits = number.replaceAll(/\D/g, '')
  const isWhole = dialled.endsWith(digits)
  const code = dialled.slice(0, dialled.length - digits.length + (isWhole ? 0 : 1))
  const grouped = (isWhole ? number : number.replace('0', '')).replaceAll('-', ' ').trim()
  return { national: number, international: `${code} ${grouped}`, dialled }
}
