import type { Locale } from '../language/locales.ts'
import type { Content } from '../language/translated.ts'
import type { Entries, FieldErrors } from '../web/forms.ts'
import { contentEntries, contentFrom, instantFrom, localesIn, originalIn, timeEntries, zoneIn } from './entries.ts'
import type { EventView } from './event.ts'
import type { RefusalKey } from './refusals.ts'
import type { Venue } from './tables.ts'

export const HOST_ROWS = 6

export type ReadFacts = {
  title: Content
  subtitle: Content | null
  description: Content | null
  zone: string
  begins: Date
  ends: Date
  venue: Venue
  languages: Locale[]
  interpretation: { from: Locale; to: Locale }[]
}

/** Field → key of a refusal. */
export type Flaws = Record<string, RefusalKey>

/** What an event says of itself, from its form. An end before the beginning is on the next day: parties go on past midnight. */
export function readFacts(entries: Entries, reader: Locale): { facts: ReadFacts } | { flaws: Flaws } {
  const flaws: Flaws = {}
  const original = originalIn(entries, reader)
  const title = contentFrom(entries, 'title', original)
  if (!title) flaws[`title.${reader}`] = 'no-title'
  const zone = zoneIn(entries)
  if (!zone) flaws['zone'] = 'unknown-zone'
  const begins = zone ? instantFrom(entries['begins.date'] ?? '', entries['begins.time'] ?? '', zone) : 'unknown-zone'
  if (typeof begins === 'string' && zone) flaws['begins.date'] = begins
  const ends = zone ? endAfter(entries, begins, zone) : 'unknown-zone'
  if (typeof ends === 'string' && zone) flaws['ends.time'] = ends
  const languages = localesIn(entries['languages'])
  if (languages.length === 0) flaws['languages'] = 'no-languages'
  if (!title || !zone || typeof begins === 'string' || typeof ends === 'string' || languages.length === 0)
    return { flaws }
  const into = localesIn(entries['interpretation'])
  return {
    facts: {
      title,
      subtitle: contentFrom(entries, 'subtitle', original),
      description: contentFrom(entries, 'description', original),
      zone,
      begins,
      ends,
      venue: venueFrom(entries, original),
      languages,
      interpretation: languages.flatMap((from) => into.filter((to) => to !== from).map((to) => ({ from, to }))),
    },
  }
}

const DAY = 24 * 60 * 60 * 1000

function endAfter(entries: Entries, begins: Date | RefusalKey, zone: string): Date | RefusalKey {
  const date = entries['ends.date']?.trim() || (entries['begins.date'] ?? '')
  const ends = instantFrom(date, entries['ends.time'] ?? '', zone) as Date | RefusalKey
  if (typeof ends === 'string' || typeof begins === 'string' || ends > begins) return ends
  if (entries['ends.date']?.trim()) return 'ends-before-it-begins'
  const next = new Date(`${date.normalize('NFKC').trim()}T12:00:00Z`)
  const tomorrow = new Date(next.getTime() + DAY).toISOString().slice(0, 10)
  return instantFrom(tomorrow, entries['ends.time'] ?? '', zone)
}

function venueFrom(entries: Entries, original: Locale): Venue {
  const provider = entries['provider'] === 'link' ? 'link' : 'zoom-webinar'
  const name = contentFrom(entries, 'place', original)
  if (entries['venue'] === 'online' || !name) return { kind: 'online', provider }
  return entries['venue'] === 'hybrid' ? { kind: 'hybrid', provider, name } : { kind: 'place', name }
}

/** The further hosts in the order of display, empty rows left out. */
export const hostsIn = (entries: Entries): string[] =>
  Array.from({ length: HOST_ROWS }, (_, index) => entries[`host.${index + 1}`] ?? '').filter((id) => id !== '')

export const factEntries = (event: EventView): Entries => ({
  ...contentEntries('title', event.title),
  ...contentEntries('subtitle', event.subtitle),
  ...contentEntries('description', event.description),
  ...contentEntries('place', event.venue.kind === 'online' ? null : event.venue.name),
  ...timeEntries('begins', event.begins, event.zone),
  ...timeEntries('ends', event.ends, event.zone),
  original: event.title.original,
  zone: event.zone,
  venue: event.venue.kind,
  provider: event.venue.kind === 'place' ? 'zoom-webinar' : event.venue.provider,
  languages: event.languages.join('\n'),
  interpretation: [...new Set(event.interpretation.map(({ to }) => to))].join('\n'),
  basedOn: String(event.sequence),
})

export const sentences = (flaws: Flaws, words: Record<RefusalKey, string>): FieldErrors =>
  Object.fromEntries(Object.entries(flaws).map(([field, key]) => [field, words[key]]))
