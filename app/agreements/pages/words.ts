import { languageName } from '../../language/countries.ts'
import { dateText } from '../../language/dates.ts'
import { durationText } from '../../language/durations.ts'
import type { Locale } from '../../language/locales.ts'
import { localTime } from '../../language/times.ts'
import { type TimeForReader, timeForReader } from '../../language/timesForReader.ts'
import { type Content, pick } from '../../language/translated.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Agreement, Party, Signatory } from '../agreement.ts'
import { partyOf } from '../wording.ts'

/** Who reads, and in what language and zone. `zone` null: nobody is signed in, so only the declared zone is known. */
export type Reader = { t: Catalogue; locale: Locale; zone: string | null }

export type Shown = { text: string; locale: Locale }

const nothing = (locale: Locale): Shown => ({ text: '', locale })

export const contentFor = (content: Content, locale: Locale): Shown =>
  pick(content.text, locale, content.original) ?? nothing(locale)

/** All authentic languages count the same: who reads none of them is shown English before another. */
export const titleFor = (agreement: Pick<Agreement, 'title' | 'reference'>, locale: Locale): Shown =>
  pick(agreement.title, locale) ?? { text: agreement.reference, locale }

export const partyName = (party: Pick<Party, 'name'>, locale: Locale): string => contentFor(party.name, locale).text

export const partyById = (agreement: Agreement, id: string | null): Party | undefined =>
  agreement.parties.find((party) => party.organisationId === id)

export const signatoryName = (signatory: Signatory, locale: Locale): string => storedNameText(signatory.name, locale)

/** Names in a row, as the language joins them. */
export const listed = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)

/** What stands between two things said one after the other. */
export const comma = (locale: Locale): string => (locale === 'ja' ? '、' : ', ')

export const languagesListed = (languages: readonly Locale[], locale: Locale): string =>
  listed(
    languages.map((language) => languageIn(language, locale)),
    locale,
  )

export const languageIn = (language: Locale, reader: Locale): string => languageName(language, reader) ?? language

export const monthsText = (locale: Locale, months: number): string =>
  durationText(locale, { years: Math.floor(months / 12), months: months % 12 })

/** The calendar day of an instant, where the drafting party is. */
export const dayOf = (at: Date, agreement: Pick<Agreement, 'timeZone'>, locale: Locale): string =>
  dateText(locale, localTime(at.toISOString(), agreement.timeZone).date)

/** An instant for the reader, beside the clock of the party it belongs to. */
export function momentAt(at: Date, reader: Pick<Reader, 'locale' | 'zone'>, party: Party | undefined): TimeForReader {
  const zone = party?.timeZone ?? 'UTC'
  const place = party?.seat?.text
  return timeForReader({ instant: at.toISOString(), zone, ...(place ? { place } : {}) }, reader)
}

export const leadOf = (agreement: Agreement): Party | undefined => partyById(agreement, agreement.leadOrganisationId)

export type PartyGroup = { alliance: Party['alliance']; parties: Party[] }

/** Parties that stand side by side in the same alliance are one side of the agreement. */
export function groupedParties(parties: readonly Party[]): PartyGroup[] {
  const groups: PartyGroup[] = []
  for (const party of parties) {
    const last = groups.at(-1)
    if (last?.alliance && last.alliance.id === party.alliance?.id) last.parties.push(party)
    else groups.push({ alliance: party.alliance, parties: [party] })
  }
  return groups
}

/** Two sides for the cord: the first group, and everybody else. */
export function sidesOf(agreement: Agreement): { left: Party[]; right: Party[] } {
  const [first, ...rest] = groupedParties(agreement.parties)
  return { left: first?.parties ?? [], right: rest.flatMap((group) => group.parties) }
}

/** What stands in a seal: the family name as its bearer writes it, else initials; for who only stands for an office, the party's. */
export function sealMark(agreement: Agreement, signatory: Signatory): { mark: string; lang: Locale } {
  const { name } = signatory
  if ('label' in name) return { mark: initials(partyName(partyOf(agreement, signatory), 'en')), lang: 'en' }
  const { family, given } = name.native
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(family)) return { mark: family, lang: 'ja' }
  const form = name.latin ?? { family, ...(given ? { given } : {}) }
  return { mark: initials(`${form.given ?? ''} ${form.family}`), lang: 'en' }
}

/** `Life Science Nord` → LSN; a single word gives its capitals, `BioWin` → BW. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))
  const letters = words.map((word) => word.charAt(0))
  const capitals =
    letters.length > 1 ? letters : Array.from((words[0] ?? name).matchAll(/\p{Lu}/gu), ([letter]) => letter)
  return capitals.slice(0, 4).join('') || name.slice(0, 2)
}
