import { normaliseCity } from '../../import/duplicates/cities.ts'
import { domainOfMail, domainOfSite } from './domains.ts'
import { formOf, type NameForm, namesWithin } from './names.ts'

/** An organisation as it is stored, as far as it is compared. */
export type Entry = {
  id: string
  /** In every language it is written in. */
  names: readonly string[]
  /** Two letters (ISO 3166-1). */
  country: string
  cities: readonly string[]
  website: string | null
  mailAddresses: readonly string[]
  /** Numbers of registers and lists. */
  numbers: readonly string[]
}

/** The same, made comparable. */
export type Profile = {
  id: string
  names: NameForm[]
  country: string
  cities: string[]
  site: string | null
  mails: string[]
  numbers: string[]
}

export const profileOf = (entry: Entry): Profile => ({
  id: entry.id,
  names: entry.names.flatMap(namesWithin).flatMap((name) => formOf(name) ?? []),
  country: entry.country,
  cities: distinct(entry.cities.map(normaliseCity)),
  site: domainOfSite(entry.website),
  mails: distinct(entry.mailAddresses.flatMap((address) => domainOfMail(address) ?? [])),
  numbers: distinct(entry.numbers.flatMap((number) => registerNumber(number) ?? [])),
})

/** Number 17 on two lists says nothing; a register's number is long, whatever signs it is written with. */
function registerNumber(number: string): string | null {
  const plain = number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
  return plain.length >= 9 && plain.replaceAll(/\D/g, '').length >= 7 ? plain : null
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter(Boolean).toSorted()
