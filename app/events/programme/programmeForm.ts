import { type Locale, locales } from '../../language/locales.ts'
import { localTime } from '../../language/times.ts'
import type { Entries } from '../../web/forms.ts'
import { contentEntries, contentFrom, instantFrom } from '../entries.ts'
import type { EventView } from '../event.ts'
import { speakerText } from '../pages/speakers.ts'
import type { Flaws } from '../planForm.ts'
import type { Speaker } from '../tables.ts'
import type { ProgrammePlan } from './writing.ts'

const LEAST_ROWS = 4
const MOST_ROWS = 60

export const rowsIn = (entries: Entries): number => {
  const rows = Number(entries['rows'] ?? LEAST_ROWS)
  return Number.isInteger(rows) && rows >= LEAST_ROWS && rows <= MOST_ROWS ? rows : LEAST_ROWS
}

/** The programme from its form, rows without a title left out. Speakers that the row named before keep their names in every language. */
export function readProgramme(
  entries: Entries,
  event: EventView,
  reader: Locale,
): { items: ProgrammePlan[] } | { flaws: Flaws } {
  const flaws: Flaws = {}
  const items: ProgrammePlan[] = []
  const known = event.programme.flatMap(({ speakers }) => speakers)
  for (let row = 1; row <= rowsIn(entries); row++) {
    const at = (part: string) => `item.${row}.${part}`
    const title = contentFrom(entries, at('title'), reader)
    if (!title) continue
    const before = event.programme.find(({ id }) => id === entries[at('id')])
    const begins = instantFrom(entries[at('date')] || dayOf(event), entries[at('time')] ?? '', event.zone)
    const minutes = Number((entries[at('minutes')] ?? '').normalize('NFKC').trim())
    const isWhole = Number.isInteger(minutes) && minutes > 0 && minutes <= 100_000
    if (typeof begins === 'string') flaws[at('time')] = begins
    if (!isWhole) flaws[at('minutes')] = 'bad-capacity'
    const language = locales.find((locale) => locale === entries[at('language')]) ?? event.languages[0] ?? reader
    if (typeof begins === 'string' || !isWhole) continue
    items.push({
      begins,
      minutes,
      title,
      description: before?.description ?? null,
      speakers: speakersIn(entries[at('speakers')] ?? '', known, reader),
      languages: [language, ...(before?.languages ?? []).slice(1).filter((other) => other !== language)],
    })
  }
  return Object.keys(flaws).length > 0 ? { flaws } : { items }
}

const dayOf = (event: EventView): string => localTime(event.begins.toISOString(), event.zone).date

const speakersIn = (text: string, known: readonly Speaker[], reader: Locale): Speaker[] =>
  text
    .split(/[;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(
      (name) =>
        known.find((speaker) => speakerText(speaker, reader) === name) ?? { name: { label: { [reader]: name } } },
    )

export function programmeEntries(event: EventView, reader: Locale): Entries {
  const rows = event.programme.flatMap((item, index) => {
    const at = (part: string) => `item.${index + 1}.${part}`
    const local = localTime(item.begins.toISOString(), event.zone)
    return [
      [at('id'), item.id],
      [at('date'), local.date],
      [at('time'), local.time],
      [at('minutes'), String(item.minutes)],
      [at('language'), item.languages[0] ?? ''],
      [at('speakers'), item.speakers.map((speaker) => speakerText(speaker, reader)).join('; ')],
      ...Object.entries(contentEntries(at('title'), item.title)),
    ]
  })
  const count = Math.max(LEAST_ROWS, event.programme.length + 1)
  return { rows: String(Math.min(MOST_ROWS, count)), ...Object.fromEntries(rows) }
}

export const withMoreRows = (entries: Entries): Entries => ({
  ...entries,
  rows: String(Math.min(MOST_ROWS, rowsIn(entries) + 1)),
})
