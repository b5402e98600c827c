import type { JapanClass } from './profile.ts'

const DIGITS: Record<string, JapanClass> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' }

/**
 * A code of Japan's nomenclature: eight digits, the first 1, 3, 4 or 7, the last a number within its group. Full-width digits and spaces are
 * read too. Null for what is none; whether the list holds it nobody can say without the list.
 */
export function readJmdn(text: string): string | null {
  const digits = text.normalize('NFKC').replaceAll(/[\s-]/g, '')
  return /^[1347]\d{7}$/.test(digits) ? digits : null
}

/** The class that the last digit of a code stands for where one name was split by class; it may be compared, never derived. */
export const classDigit = (jmdn: string): JapanClass | null => DIGITS[jmdn.slice(-1)] ?? null

/** A code of the European nomenclature: a letter, then up to six pairs of digits. Null for what is none. */
export function readEmdn(text: string): string | null {
  const code = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  return /^[A-Z]\d{2}(\d{2}){0,5}$/.test(code) ? code : null
}
