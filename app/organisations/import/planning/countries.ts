import { countryName } from '../../../language/countries.ts'
import { locales } from '../../../language/locales.ts'

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}(?<![\u3099\u309a])/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.\-'’]+/g, '')

const aliases: Record<string, string> = {
  uk: 'GB',
  greatbritain: 'GB',
  england: 'GB',
  scotland: 'GB',
  usa: 'US',
  us: 'US',
  america: 'US',
  holland: 'NL',
  日本国: 'JP',
  nippon: 'JP',
  nihon: 'JP',
  brd: 'DE',
  korea: 'KR',
  southkorea: 'KR',
  czechrepublic: 'CZ',
  英国: 'GB',
  米国: 'US',
  独: 'DE',
  仏: 'FR',
  伊: 'IT',
  独国: 'DE',
  仏国: 'FR',
  伊国: 'IT',
  jpn: 'JP',
  deu: 'DE',
  ger: 'DE',
  fra: 'FR',
  ita: 'IT',
  bel: 'BE',
  che: 'CH',
  aut: 'AT',
  gbr: 'GB',
  nld: 'NL',
  esp: 'ES',
}

let known: Map<string, string> | undefined

/** Codes that were given up ("DD", "BU") bear the names of those that follow them. */
const isInUse = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`

function names(): Map<string, string> {
  if (known) return known
  known = new Map(Object.entries(aliases))
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  for (const code of letters.flatMap((first) => letters.map((second) => first + second)).filter(isInUse)) {
    for (const locale of locales) {
      const name = countryName(code, locale)
      if (name && !known.has(plain(name))) known.set(plain(name), code)
    }
  }
  return known
}

/** ISO 3166-1 alpha-2 for a country as lists write it: a code, or a name in one of five languages. Null for what is none. */
export function countryOf(text: string): string | null {
  const trimmed = text.normalize('NFKC').trim()
  if (!trimmed) return null
  if (/^[A-Z]{2}$/.test(trimmed) && trimmed !== 'UK')
    return isInUse(trimmed) && countryName(trimmed, 'en') ? trimmed : null
  return names().get(plain(trimmed)) ?? null
}

const zones: Record<string, string> = {
  JP: 'Asia/Tokyo',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  IT: 'Europe/Rome',
  BE: 'Europe/Brussels',
  NL: 'Europe/Amsterdam',
  LU: 'Europe/Luxembourg',
  CH: 'Europe/Zurich',
  AT: 'Europe/Vienna',
  ES: 'Europe/Madrid',
  PT: 'Europe/Lisbon',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  DK: 'Europe/Copenhagen',
  SE: 'Europe/Stockholm',
  NO: 'Europe/Oslo',
  FI: 'Europe/Helsinki',
  PL: 'Europe/Warsaw',
  CZ: 'Europe/Prague',
  KR: 'Asia/Seoul',
  CN: 'Asia/Shanghai',
  TW: 'Asia/Taipei',
  SG: 'Asia/Singapore',
  IN: 'Asia/Kolkata',
  IL: 'Asia/Jerusalem',
}

/** The zone of a country that has one; else that of the cluster's office, which is where its members' day begins. */
export const zoneOf = (country: string, office: string): string => zones[country] ?? office
