import { languageName } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import { placeName } from '../../language/places.ts'
import { localTime } from '../../language/times.ts'
import { type TimeForReader, timeForReader, timeRangeForReader } from '../../language/timesForReader.ts'
import { type Content, pick, type Translated } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { EventView, Host } from '../event.ts'
import type { Category } from '../registration/categories.ts'

/** Who reads, in what language and by which clock. `zone` null: nobody told us, so times are shown where they were declared. */
export type Reader = { t: Catalogue; locale: Locale; zone: string | null }

export type Shown = { text: string; locale: Locale }

export const shown = (content: Content | null, locale: Locale): Shown | null =>
  content && pick(content.text, locale, content.original)

export const textOf = (content: Content | null, locale: Locale): string => shown(content, locale)?.text ?? ''

export const languageIn = (language: Locale, reader: Locale): string => languageName(language, reader) ?? language

/** Names in a row, as the language joins them. */
export const listed = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)

export const languagesListed = (languages: readonly Locale[], locale: Locale): string =>
  listed(
    languages.map((language) => languageIn(language, locale)),
    locale,
  )

type Declared = { zone: string; place: Translated | null }

const declared = (at: Date, { zone, place }: Declared) => ({
  instant: at.toISOString(),
  zone,
  ...(place ? { place } : {}),
})

/** From the beginning to the end by the reader's clock, the declared one beside it. */
export const whenOf = (
  event: Pick<EventView, 'begins' | 'ends' | 'zone' | 'place'>,
  reader: Pick<Reader, 'locale' | 'zone'>,
): TimeForReader => timeRangeForReader(declared(event.begins, event), declared(event.ends, event), reader)

export const momentOf = (at: Date, where: Declared, reader: Pick<Reader, 'locale' | 'zone'>): TimeForReader =>
  timeForReader(declared(at, where), reader)

/** A category's instants are declared in a zone of its own; where that is the event's, the place has the event's name. */
export const declaredBy = (category: Pick<Category, 'zone'>, event: Declared): Declared => ({
  zone: category.zone,
  place: category.zone === event.zone ? event.place : null,
})

/** `HH:MM:SS` on the declared clock: deadlines are exact to the second. */
export function secondOf(at: Date, zone: string): string {
  const seconds = String(at.getUTCSeconds()).padStart(2, '0')
  return `${localTime(at.toISOString(), zone).time}:${seconds}`
}

export const placeOf = ({ zone, place }: Declared, locale: Locale): string =>
  placeName(locale, zone, place ?? undefined)

export const hostPlace = (host: Pick<Host, 'zone' | 'seat'>, locale: Locale): string =>
  placeName(locale, host.zone, host.seat ?? undefined)

export const addressOf = (locale: Locale, event: { slug: string }, below = ''): string =>
  `/${locale}/events/${event.slug}${below}`
