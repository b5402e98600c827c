import type { Locale } from '../../language/locales.ts'
import { line, mailto, parameterText, textValue, uri, utc } from './lines.ts'

/** RFC 5546 §1.4: an invitation or its update; its withdrawal; something to look at that nobody was invited to. */
export type Method = 'REQUEST' | 'CANCEL' | 'PUBLISH'

export type CalendarEntry = {
  /** Stays the same for ever; by it a calendar knows which entry is meant. */
  uid: string
  /** Grows with each change that matters; a calendar keeps the entry with the greater one. */
  sequence: number
  /** When this version was written. */
  stamp: Date
  begins: Date
  ends: Date
  /** The language of the texts. */
  language: Locale
  summary: string
  description?: string
  location?: string
  /** The public page. Never what lets anybody in: calendars are shared and forwarded. */
  url?: string
  isCancelled: boolean
  /** The address of the mail's From, letter for letter, or mail programs take the message for a forgery. */
  organiser?: { name: string; address: string }
  /** The one whom this message is for; nobody learns who else comes. */
  attendee?: { name: string; address: string; language: Locale }
  /** Minutes before the beginning at which the calendar reminds. */
  alarms?: readonly number[]
}

export type Calendar = {
  method: Method
  /** Shown by those who subscribe. */
  name?: { text: string; language: Locale }
  entries: readonly CalendarEntry[]
}

/** An iCalendar object (RFC 5545, scheduling by RFC 5546). The same calendar gives the same bytes. */
export function writeCalendar(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Musubi//Musubi//EN',
    'CALSCALE:GREGORIAN',
    line('METHOD', calendar.method),
    ...(calendar.name ? nameLines(calendar.name) : []),
    ...calendar.entries.flatMap(entryLines),
    'END:VCALENDAR',
  ]
  // The last line ends too, §3.1.
  return `${lines.join('\r\n')}\r\n`
}

/** NAME and REFRESH-INTERVAL are RFC 7986; older programs know the X- names. */
const nameLines = ({ text, language }: NonNullable<Calendar['name']>): string[] => [
  line('NAME', textValue(text), { LANGUAGE: language }),
  line('X-WR-CALNAME', textValue(text)),
  line('REFRESH-INTERVAL', 'PT1H', { VALUE: 'DURATION' }),
  line('X-PUBLISHED-TTL', 'PT1H'),
]

function entryLines(entry: CalendarEntry): string[] {
  const spoken = { LANGUAGE: entry.language }
  return [
    'BEGIN:VEVENT',
    line('UID', textValue(entry.uid)),
    line('DTSTAMP', utc(entry.stamp)),
    line('SEQUENCE', String(entry.sequence)),
    line('DTSTART', utc(entry.begins)),
    line('DTEND', utc(entry.ends)),
    line('SUMMARY', textValue(entry.summary), spoken),
    ...textLine('DESCRIPTION', entry.description, spoken),
    ...textLine('LOCATION', entry.location, spoken),
    ...(entry.url ? [line('URL', uri(entry.url))] : []),
    line('STATUS', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'),
    'CLASS:PUBLIC',
    line('TRANSP', entry.isCancelled ? 'TRANSPARENT' : 'OPAQUE'),
    ...(entry.organiser
      ? [line('ORGANIZER', mailto(entry.organiser.address), { CN: entry.organiser.name, LANGUAGE: entry.language })]
      : []),
    ...(entry.attendee ? [attendeeLine(entry.attendee)] : []),
    ...(entry.isCancelled ? [] : (entry.alarms ?? []).flatMap((minutes) => alarmLines(entry, minutes))),
    'END:VEVENT',
  ]
}

function textLine(name: string, text: string | undefined, parameters: Record<string, string>): string[] {
  const value = textValue(text ?? '')
  return value ? [line(name, value, parameters)] : []
}

/** Whoever registered has said yes already, so no answer is asked for. */
const attendeeLine = ({ name, address, language }: NonNullable<CalendarEntry['attendee']>): string =>
  line('ATTENDEE', mailto(address), {
    CUTYPE: 'INDIVIDUAL',
    ROLE: 'REQ-PARTICIPANT',
    PARTSTAT: 'ACCEPTED',
    RSVP: 'FALSE',
    CN: parameterText(name) || address,
    LANGUAGE: language,
  })

const alarmLines = (entry: CalendarEntry, minutes: number): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  line('DESCRIPTION', textValue(entry.summary)),
  line('TRIGGER', `-PT${Math.max(0, Math.trunc(minutes))}M`),
  'END:VALARM',
]
