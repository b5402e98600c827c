import type { Locale } from '../../language/locales.ts'
import { localTime, machineTime } from '../../language/times.ts'
import type { EventView } from '../event.ts'
import { addressOf, textOf } from './words.ts'

const modes = {
  online: 'https://schema.org/OnlineEventAttendanceMode',
  place: 'https://schema.org/OfflineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
} as const

/** The event for machines that read pages (schema.org Event). Its virtual location is this page: how to get in is nobody's but the invited's. */
export function eventData(event: EventView, origin: string, locale: Locale): object {
  const address = `${origin}${addressOf(locale, event)}`
  const at = (moment: Date) => machineTime(localTime(moment.toISOString(), event.zone))
  const { venue } = event
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': `${origin}/events/${event.slug}`,
    url: address,
    name: textOf(event.title, locale),
    ...(event.description ? { description: textOf(event.description, locale) } : {}),
    startDate: at(event.begins),
    endDate: at(event.ends),
    eventStatus: event.cancelled ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled',
    eventAttendanceMode: modes[venue.kind],
    location: [
      ...(venue.kind === 'place' ? [] : [{ '@type': 'VirtualLocation', url: address }]),
      ...(venue.kind === 'online' ? [] : [placeData(venue, locale)]),
    ],
    inLanguage: event.languages,
    organizer: event.hosts.map((host) => ({
      '@type': 'Organization',
      name: textOf(host.name, locale),
      url: `${origin}/${locale}/organisations/${host.slug}`,
    })),
  }
}

const placeData = (venue: Extract<EventView['venue'], { kind: 'place' | 'hybrid' }>, locale: Locale) => ({
  '@type': 'Place',
  name: textOf(venue.name, locale),
  ...(venue.address ? { address: textOf(venue.address, locale) } : {}),
})
