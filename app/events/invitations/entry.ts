import type { Locale } from '../../language/locales.ts'
import type { CalendarEntry } from '../calendar/calendar.ts'
import { type EventFacts, pageOf, titleFor, whereFor } from './wording.ts'

/** Minutes before the beginning at which an invited person's calendar reminds, besides our mails. */
const ALARMS = [15]

export type EntryFor = {
  event: Omit<EventFacts, 'zone' | 'place'>
  origin: string
  language: Locale
  sequence: number
  stamp: Date
  isCancelled: boolean
}

/** An event as a calendar holds it: with its public page, and nothing that lets anybody in. */
export function entryOf({ event, origin, language, sequence, stamp, isCancelled }: EntryFor): CalendarEntry {
  const page = pageOf(origin, event, language)
  return {
    uid: `${event.id}@${new URL(origin).hostname}`,
    sequence,
    stamp,
    begins: event.begins,
    ends: event.ends,
    language,
    summary: titleFor(event, language),
    description: page,
    location: whereFor(event, language),
    url: page,
    isCancelled,
  }
}

/** The same for somebody who is invited: they alone are named, and the organiser is whom the mail comes from. */
export const invitationOf = (
  entry: CalendarEntry,
  mailFrom: string,
  attendee: NonNullable<CalendarEntry['attendee']>,
): CalendarEntry => ({ ...entry, organiser: { name: 'Musubi', address: mailFrom }, attendee, alarms: ALARMS })
