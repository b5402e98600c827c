import type { Locale } from '../../language/locales.ts'
import { timeRangeForReader } from '../../language/timesForReader.ts'
import type { DeclaredTime } from '../../language/times.ts'
import { pick } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { EventView } from '../event.ts'

/** What mails and calendars say of an event. Where it is online the way in is never part of it. */
export type EventFacts = Pick<EventView, 'id' | 'slug' | 'title' | 'zone' | 'begins' | 'ends' | 'venue' | 'place'>

export const titleFor = (event: Pick<EventView, 'title' | 'slug'>, locale: Locale): string =>
  pick(event.title.text, locale, event.title.original)?.text ?? event.slug

/** The reader's clock first, then the one of the place it was announced from. */
export function whenFor(event: Omit<EventFacts, 'title' | 'venue'>, locale: Locale, zone: string | null): string {
  const declared = (instant: Date): DeclaredTime => {
    const { zone, place } = event
    return { instant: instant.toISOString(), zone, ...(place ? { place } : {}) }
  }
  return timeRangeForReader(declared(event.begins), declared(event.ends), { locale, zone }).text
}

export function whereFor({ venue }: Pick<EventView, 'venue'>, locale: Locale): string {
  const t = catalogues[locale].invitations.mails
  if (venue.kind === 'online') return t.online
  const name = pick(venue.name.text, locale, venue.name.original)?.text ?? ''
  const address = venue.address && pick(venue.address.text, locale, venue.address.original)?.text
  const place = address ? `${name}, ${address}` : name
  return venue.kind === 'hybrid' ? t.alsoOnline({ place }) : place
}

export const isOnline = ({ venue }: Pick<EventView, 'venue'>): boolean => venue.kind !== 'place'

export const pageOf = (origin: string, event: { slug: string }, locale: Locale): string =>
  `${origin}/${locale}/events/${event.slug}`
