import { spawnSync } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it, test } from 'vitest'
import { locales } from '../../language/locales.ts'
import { type Calendar, type CalendarEntry, writeCalendar } from './calendar.ts'
import { fold, mailto, parameterText, readableText } from './lines.ts'

const EVENTS = 5_000

/** What breaks calendars: separators, quotes, line ends of every kind, other scripts, half characters, properties in disguise. */
const hostile =
  `" ; , : \\ ^ ^' ^n \\n \uD842 \uDFB7 𠮷 👩‍👩‍👧 髙﨑 神戸 é ß ﬁ \u202E ${'x'.repeat(80)} Kobe ア 9 ATTENDEE:mailto:evil@example.org END:VEVENT`
    .split(' ')
    .concat('\r\n', '\n', '\r', '\t', '\0', '\u007F', '\u0085', '\u2028', ' ', '  ', '\r\nMETHOD:CANCEL')
const texts = fc.oneof(
  fc.array(fc.constantFrom(...hostile), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
const addresses = fc.constantFrom('a@example.org', 'o.neill+x@example.org', 'a%b&c?d#e@example.org', 'é@例え.jp')
const people = fc.record({ name: texts, address: addresses })

const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    method: fc.constantFrom('REQUEST' as const, 'CANCEL' as const, 'PUBLISH' as const),
    uid: fc.uuid(),
    sequence: fc.nat({ max: 50 }),
    stamp: instants,
    begins: instants,
    minutes: fc.integer({ min: 1, max: 3000 }),
    language: fc.constantFrom(...locales),
    summary: texts,
    description: texts,
    location: texts,
    organiser: people,
    attendee: people,
    alarms: fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 2 }),
  })
  .map(({ method, minutes, attendee, ...given }) => {
    const invited = { ...attendee, language: given.language }
    const entry: CalendarEntry = {
      ...given,
      ends: new Date(given.begins.getTime() + minutes * 60_000),
      isCancelled: method === 'CANCEL',
      url: 'https://musubi.example/ja/events/x?a=1&b=2',
      ...(method === 'PUBLISH' ? {} : { attendee: invited }),
    }
    return { method, entries: [entry] }
  })

/** What a reader must find, whoever reads it. */
const truth = ({ method, entries: [entry] }: Calendar) => ({
  method,
  uid: entry!.uid,
  sequence: entry!.sequence,
  stamp: seconds(entry!.stamp),
  begins: seconds(entry!.begins),
  ends: seconds(entry!.ends),
  summary: readableText(entry!.summary),
  description: readableText(entry!.description ?? '') || null,
  location: readableText(entry!.location ?? '') || null,
  language: entry!.language as string,
  status: entry!.isCancelled ? 'CANCELLED' : 'CONFIRMED',
  organiser: [parameterText(entry!.organiser!.name), mailto(entry!.organiser!.address)],
  attendees: entry!.attendee
    ? [[parameterText(entry!.attendee.name) || entry!.attendee.address, mailto(entry!.attendee.address)]]
    : [],
  alarms: entry!.isCancelled ? 0 : (entry!.alarms?.length ?? 0),
})

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000)

const samples = fc.sample(calendars, { numRuns: EVENTS, seed: 20220322 })
const written = samples.map(writeCalendar)

describe('the text itself', () => {
  test('no line is longer than 75 octets, none is cut inside a character, and all end in CR LF', () => {
    const lines = written.flatMap((text) => text.split('\r\n'))
    expect(lines.filter((one) => Buffer.byteLength(one) > 75)).toEqual([])
    for (const text of written) {
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      expect(text.isWellFormed()).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}--\t]|\p{Zl}|\p{Zp}/v)
    }
  })

  test('folding is undone by taking out line ends with their space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const clean = text.toWellFormed().replace(/[\r\n]/g, '')
        return fold(clean).replaceAll('\r\n ', '') === clean
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test('an invitation, letter by letter', () => {
    const entry: CalendarEntry = {
      uid: 'e1@musubi.example',
      sequence: 2,
      stamp: new Date('2022-03-01T00:00:00Z'),
      begins: new Date('2022-03-22T08:00:00Z'),
      ends: new Date('2022-03-22T08:40:00Z'),
      language: 'ja',
      summary: '調印式; 神戸, リヨン',
      url: 'https://musubi.example/ja/events/x',
      isCancelled: false,
      organiser: { name: 'Musubi', address: 'office@musubi.example' },
      attendee: { name: '"Boss" Ō', address: 'a@example.org', language: 'ja' },
      alarms: [15],
    }
    expect(writeCalendar({ method: 'REQUEST', entries: [entry] }).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Musubi//Musubi//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:e1@musubi.example',
      'DTSTAMP:20220301T000000Z',
      'SEQUENCE:2',
      'DTSTART:20220322T080000Z',
      'DTEND:20220322T084000Z',
      'SUMMARY;LANGUAGE=ja:調印式\\; 神戸\\, リヨン',
      'URL:https://musubi.example/ja/events/x',
      'STATUS:CONFIRMED',
      'CLASS:PUBLIC',
      'TRANSP:OPAQUE',
      'ORGANIZER;CN=Musubi;LANGUAGE=ja:mailto:office@musubi.example',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALS',
      ' E;CN="“Boss” Ō";LANGUAGE=ja:mailto:a@example.org',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:調印式\\; 神戸\\, リヨン',
      'TRIGGER:-PT15M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })
})

describe('what others read', () => {
  test(`ical.js finds in ${EVENTS} calendars what was written`, () => {
    expect(misread(written.map(readByIcalJs))).toEqual([])
  })

  const python = spawnSync('/usr/bin/python3', ['-c', 'import icalendar'], { stdio: 'ignore' }).status === 0
  const required = process.env['MUSUBI_ORACLES'] === 'required'
  it.skipIf(!python && !required)(`python3-icalendar finds in ${EVENTS} calendars what was written`, () => {
    const { stdout, stderr, status } = spawnSync('/usr/bin/python3', ['-c', READER], {
      input: JSON.stringify(written),
      maxBuffer: 1 << 28,
      encoding: 'utf8',
    })
    if (status !== 0)
      throw new Error(`missing or failed: python3-icalendar (apt-get install python3-icalendar)\n${stderr}`)
    expect(misread(JSON.parse(stdout) as object[], withoutBackslashes)).toEqual([])
  })
})

/** The first few only: five thousand calendars are no message. */
const misread = (found: object[], seen = <T>(one: T): T => one) =>
  samples
    .map((sample, index) => ({ wanted: seen(truth(sample)), found: seen(found[index]) }))
    .filter(({ wanted, found }) => !isDeepStrictEqual(wanted, found))
    .slice(0, 3)

/** Backslashes that somebody wrote: python3-icalendar undoes them twice, though they were escaped as they must be. All else must agree. */
const withoutBackslashes = <T>(one: T): T =>
  JSON.parse(JSON.stringify(one), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\\+[nN]/g, '\n').replaceAll('\\', '') : value,
  ) as T

function readByIcalJs(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const event = calendar.getFirstSubcomponent('vevent')!
  const when = (name: string) => (event.getFirstPropertyValue(name) as ICAL.Time).toUnixTime()
  const person = (property: ICAL.Property) => [property.getFirstParameter('cn'), property.getFirstValue()]
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    stamp: when('dtstamp'),
    begins: when('dtstart'),
    ends: when('dtend'),
    summary: event.getFirstPropertyValue('summary'),
    description: event.getFirstPropertyValue('description'),
    location: event.getFirstPropertyValue('location'),
    language: event.getFirstProperty('summary')!.getFirstParameter('language'),
    status: event.getFirstPropertyValue('status'),
    organiser: person(event.getFirstProperty('organizer')!),
    attendees: event.getAllProperties('attendee').map(person),
    alarms: event.getAllSubcomponents('valarm').length,
  }
}

const READER = `
import json, sys
from datetime import timezone
from icalendar import Calendar
def person(value): return [value.params['CN'], str(value)]
def read(text):
    calendar = Calendar.from_ical(text)
    [event] = calendar.walk('VEVENT')
    when = lambda name: int(event[name].dt.replace(microsecond=0).astimezone(timezone.utc).timestamp())
    text = lambda name: str(event[name]) if name in event else None
    attendees = event.get('ATTENDEE', [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    return {'method': str(calendar['METHOD']), 'uid': str(event['UID']), 'sequence': int(event['SEQUENCE']),
      'stamp': when('DTSTAMP'), 'begins': when('DTSTART'), 'ends': when('DTEND'), 'summary': text('SUMMARY'),
      'description': text('DESCRIPTION'), 'location': text('LOCATION'), 'language': event['SUMMARY'].params['LANGUAGE'],
      'status': str(event['STATUS']), 'organiser': person(event['ORGANIZER']), 'attendees': [person(one) for one in attendees],
      'alarms': len(event.walk('VALARM'))}
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`
