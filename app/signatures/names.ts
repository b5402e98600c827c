import type { Bytes } from './bytes.ts'
import { oid, printableString, sequence, setOf, tlv, utf8String } from './der.ts'
import { OID } from './oids.ts'

/** Who a certificate speaks of. Any script; `country` is a code of ISO 3166-1. */
export type Subject = {
  commonName: string
  organisation: string
  organisationalUnit?: string
  country?: string
  /** The office held, e.g. "Executive Director". */
  title?: string
}

/** Upper bounds of X.520 for CN, O, OU and title, in characters. */
const MAX_CHARACTERS = 64

/** X.520 counts code points. */
const characters = (text: string): number => Array.from(text).length

/**
 * A name that fits X.520's 64 characters: longer ones end in "…", cut between characters as people see them. The whole name
 * belongs into the signed evidence.
 */
export function fitName(text: string): string {
  const trimmed = text.normalize('NFC').trim()
  if (characters(trimmed) <= MAX_CHARACTERS) return trimmed
  let fitted = ''
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(trimmed)) {
    if (characters(fitted + segment) > MAX_CHARACTERS - 1) break
    fitted += segment
  }
  return `${fitted.trimEnd()}…`
}

/** The DER of a distinguished name. Throws RangeError on an empty name or on a country that is no two-letter code. */
export function encodeName(subject: Subject): Bytes {
  const parts: [type: string, text: string | undefined][] = [
    [OID.organisation, subject.organisation],
    [OID.organisationalUnit, subject.organisationalUnit],
    [OID.title, subject.title],
    [OID.commonName, subject.commonName],
  ]
  if (!subject.commonName.trim() || !subject.organisation.trim())
    throw new RangeError('a certificate needs a name and an organisation')
  const attributes = parts.filter((part): part is [string, string] => Boolean(part[1]?.trim()))
  return sequence(
    ...countryAttribute(subject.country),
    ...attributes.map(([type, text]) => setOf(sequence(oid(type), utf8String(fitName(text))))),
  )
}

function countryAttribute(country: string | undefined): Uint8Array[] {
  if (country === undefined) return []
  if (!/^[A-Z]{2}$/.test(country)) throw new RangeError(`not a country code: ${country}`)
  return [setOf(sequence(oid(OID.country), printableString(country)))]
}

/** GeneralName that is an address (RFC 5280, 4.2.1.6). */
export const uriName = (url: string): Bytes => tlv(0x86, new TextEncoder().encode(new URL(url).href))
