import type { BoardSignatory } from '../../ceremonies/board.ts'
import type { EventView } from '../../events/event.ts'
import { type Locale, locales } from '../../language/locales.ts'
import { type Content, pick } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { ReleaseContact, ReleaseRecord } from '../record.ts'

/** What an event does not know of itself. */
export type Known = {
  /** The day of issue at the issuer, YYYY-MM-DD. */
  issuedOn: string
  /** Who signs, in the agreed order (席次); nobody where nothing is signed. */
  signatories: Pick<BoardSignatory, 'organisationId' | 'organisation' | 'name' | 'office' | 'country'>[]
  contact: ReleaseContact
  /** Where journalists apply. */
  page: string
  /** Rules of coverage, each in a sentence. */
  rules: Content[]
  marks: Content[]
}

/**
 * A first record of an event's release, from what is on record: somebody reads it before it is issued. Its lead is the event's description; its own side
 * is the lead organisation; nobody has a courtesy, since none is on record. Null while no host is known.
 */
export function recordFromEvent(
  event: EventView,
  { issuedOn, signatories, contact, page, rules, marks }: Known,
): ReleaseRecord | null {
  const issuer = event.hosts.find(({ isLead }) => isLead) ?? event.hosts[0]
  if (!issuer) return null
  const press = event.categories.find(({ kind }) => kind === 'press')
  return {
    issuedOn,
    title: event.title,
    subtitle: event.subtitle,
    issuer: { organisation: issuer.name, head: null },
    lead: event.description ? [event.description] : [],
    event: {
      begins: event.begins.toISOString(),
      ends: event.ends.toISOString(),
      zone: event.zone,
      ...(event.place ? { place: event.place } : {}),
      zones: [...new Set(event.hosts.map(({ zone }) => zone))].filter((zone) => zone !== event.zone),
      venue: venueOf(event),
      attendees: signatories.map(({ organisationId, organisation, name, office, country }) => ({
        name,
        office,
        organisation: { original: event.title.original, text: organisation },
        country,
        side: organisationId === event.leadOrganisationId ? 'own' : 'counterpart',
        honorific: null,
      })),
    },
    alliance: null,
    organisations: [],
    press: {
      rules,
      deadline: press ? { instant: press.closesAt.toISOString(), zone: press.zone } : null,
      page: press ? page : null,
      contact,
    },
    marks,
    slips: [],
    demonstration: event.demonstration,
  }
}

/** オンライン（ウェビナー）; the name of the place; or both. */
function venueOf({ venue, title }: EventView): Content {
  const inEachLanguage = (text: (locale: Locale) => string): Content => ({
    original: title.original,
    text: Object.fromEntries(locales.map((locale) => [locale, text(locale)])),
  })
  if (venue.kind === 'place') return venue.name
  const words = (locale: Locale) => catalogues[locale].events.page
  if (venue.kind === 'online') return inEachLanguage((locale) => words(locale).online[venue.provider])
  const { name } = venue
  return inEachLanguage((locale) => {
    const place = pick(name.text, locale, name.original)?.text ?? ''
    return [place, words(locale).alsoOnline].filter((part) => part !== '').join(locale === 'ja' ? '、' : ', ')
  })
}
