import type { Locale } from '../language/locales.ts'
import { declareTime, localTime } from '../language/times.ts'
import type { Content, Translated } from '../language/translated.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import type { Entries } from '../web/forms.ts'
import type { StageKind } from './board.ts'
import { contentFrom } from './forms.ts'
import type { StagePlan } from './planning.ts'
import type { PlannedStage } from './reading.ts'

export const stageKinds = [
  'rehearsal',
  'doors',
  'opening',
  'speech',
  'signing',
  'photo',
  'questions',
  'closing',
  'other',
] as const satisfies readonly StageKind[]

/** `questions-last`: as on 22 March 2022, when questions followed the close. `questions-first`: they precede it, after the signing. */
export const templates = ['questions-last', 'questions-first'] as const
export type Template = (typeof templates)[number]

/** Kind, minutes after the beginning, length. */
const runs: Record<Template, [StageKind, number, number][]> = {
  'questions-last': [
    ['doors', -15, 15],
    ['opening', 0, 3],
    ['speech', 3, 9],
    ['signing', 12, 15],
    ['photo', 27, 5],
    ['closing', 32, 8],
    ['questions', 40, 20],
  ],
  'questions-first': [
    ['doors', -15, 15],
    ['opening', 0, 3],
    ['speech', 3, 7],
    ['signing', 10, 10],
    ['photo', 20, 5],
    ['questions', 25, 12],
    ['closing', 37, 3],
  ],
}

export function stagesOfTemplate(template: Template, begins: Date, languages: readonly Locale[]): StagePlan[] {
  return runs[template].map(([kind, after, minutes]) => ({
    kind,
    title: titleOf(kind, languages),
    plannedAt: new Date(begins.getTime() + after * 60_000),
    minutes,
  }))
}

/** What such a stage is called, in the languages of the ceremony. */
function titleOf(kind: StageKind, languages: readonly Locale[]): Content {
  const [original = 'en'] = languages
  const spoken = languages.length > 0 ? languages : [original]
  const text: Translated = {}
  for (const language of spoken) text[language] = catalogues[language].ceremonies.stageKinds[kind]
  return { original, text }
}

/** One stage as the form holds it; `at` is `YYYY-MM-DDTHH:MM` at the place of the ceremony. */
export type StageRow = { id: string; kind: string; at: string; minutes: string; titles: Translated; cue: string }

export function rowOf(stage: PlannedStage | StagePlan, zone: string): StageRow {
  const { date, time } = localTime(stage.plannedAt.toISOString(), zone)
  const { cue } = stage
  return {
    id: stage.id ?? '',
    kind: stage.kind,
    at: `${date}T${time}`,
    minutes: String(stage.minutes),
    titles: stage.title.text,
    cue: cue ? (cue.text[cue.original] ?? '') : '',
  }
}

export const emptyRow: StageRow = { id: '', kind: '', at: '', minutes: '', titles: {}, cue: '' }

/** As many as one form may send. */
const MOST_ROWS = 40

export function rowsFrom(entries: Entries, languages: readonly Locale[]): StageRow[] {
  const rows: StageRow[] = []
  for (let index = 1; index <= MOST_ROWS && entries[`kind.${index}`] !== undefined; index++) {
    const entry = (name: string) => entries[`${name}.${index}`]?.trim() ?? ''
    const titles: Translated = {}
    for (const language of languages) titles[language] = entry(`title.${language}`)
    rows.push({
      id: entry('id'),
      kind: entry('kind'),
      at: entry('at'),
      minutes: entry('minutes'),
      titles,
      cue: entry('cue'),
    })
  }
  return rows
}

/** The stages of the rows that name a kind, in the order of their times; or what to correct, by field. */
export function stagesFrom(
  rows: StageRow[],
  { zone, languages, locale }: { zone: string; languages: readonly Locale[]; locale: Locale },
): { stages: StagePlan[] } | { errors: Record<string, 'time' | 'minutes' | 'title'> } {
  const errors: Record<string, 'time' | 'minutes' | 'title'> = {}
  const stages: StagePlan[] = []
  rows.forEach((row, index) => {
    const kind = stageKinds.find((one) => one === row.kind)
    if (!kind) return
    const stage = stageFrom(row, kind, { zone, languages, locale })
    if ('wrong' in stage) errors[`${fieldOf[stage.wrong]}.${index + 1}`] = stage.wrong
    else stages.push(stage)
  })
  if (Object.keys(errors).length > 0) return { errors }
  return { stages: stages.toSorted((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime()) }
}

const fieldOf = { time: 'at', minutes: 'minutes', title: 'kind' }

function stageFrom(
  row: StageRow,
  kind: StageKind,
  { zone, languages, locale }: { zone: string; languages: readonly Locale[]; locale: Locale },
): StagePlan | { wrong: 'time' | 'minutes' | 'title' } {
  const [date = '', time = ''] = row.at.split('T')
  const declared = /^\d{2}:\d{2}/.test(time) ? declareTime(date, time.slice(0, 5), zone) : null
  if (!declared || 'refused' in declared) return { wrong: 'time' }
  const minutes = Number(row.minutes)
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 24 * 60) return { wrong: 'minutes' }
  const named = contentFrom(
    Object.fromEntries(languages.map((language) => [`title.${language}`, row.titles[language] ?? ''])),
    'title',
    languages,
  )
  const title = Object.keys(named.text).length > 0 ? named : titleOf(kind, languages)
  return {
    ...(row.id ? { id: row.id } : {}),
    kind,
    title,
    plannedAt: new Date(declared.instant),
    minutes,
    cue: row.cue ? { original: locale, text: { [locale]: row.cue } } : null,
  }
}
