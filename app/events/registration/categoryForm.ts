import { type Locale, locales } from '../../language/locales.ts'
import type { Content } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import { instantFrom, timeEntries, zoneIn } from '../entries.ts'
import type { Flaws } from '../planForm.ts'
import type { CategoryKind, FormField } from '../tables.ts'
import type { Category, CategoryPlan } from './categories.ts'

export const FIELD_ROWS = 6
const fieldKinds = ['text', 'long-text', 'yes-no', 'telephone', 'choice'] as const

export type ReadCategory = { plan: CategoryPlan } | { flaws: Flaws; errors: FieldErrors }

/** One category's rules and questions, from its form. Translations that the form does not show are kept. */
export function readCategory(
  entries: Entries,
  kind: CategoryKind,
  before: Category | null,
  reader: Locale,
): ReadCategory {
  const flaws: Flaws = {}
  const errors: FieldErrors = {}
  const zone = zoneIn(entries)
  if (!zone) flaws['zone'] = 'unknown-zone'
  const opensAt = zone && entries['opens.date'] ? momentIn(entries, 'opens', zone, flaws) : null
  const closesAt = zone ? momentIn(entries, 'closes', zone, flaws) : null
  const capacity = countIn(entries, 'capacity', flaws)
  const capPerAffiliation = countIn(entries, 'capPerAffiliation', flaws)
  const fields = fieldsIn(entries, before?.fields ?? [], reader, errors)
  if (!zone || !closesAt || Object.keys(flaws).length + Object.keys(errors).length > 0) return { flaws, errors }
  return {
    plan: {
      kind,
      title: before?.title ?? usualTitle(kind),
      opensAt,
      closesAt,
      closesInclusive: entries['boundary'] === 'inclusive',
      zone,
      capacity,
      capPerAffiliation,
      needsApproval: entries['needsApproval'] === 'yes',
      waitingList: entries['waitingList'] === 'yes',
      lateQueue: entries['lateQueue'] === 'yes',
      fields,
    },
  }
}

/** What the category is called everywhere unless the API was told otherwise. */
const usualTitle = (kind: CategoryKind): Content => ({
  original: 'en',
  text: Object.fromEntries(locales.map((locale) => [locale, catalogues[locale].events.categories[kind]])),
})

function momentIn(entries: Entries, name: string, zone: string, flaws: Flaws): Date | null {
  const at = instantFrom(entries[`${name}.date`] ?? '', entries[`${name}.time`] ?? '', zone)
  if (typeof at !== 'string') return at
  flaws[`${name}.date`] = at
  return null
}

function countIn(entries: Entries, name: string, flaws: Flaws): number | null {
  const text = (entries[name] ?? '').normalize('NFKC').trim()
  if (text === '') return null
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  flaws[name] = 'bad-capacity'
  return null
}

function fieldsIn(entries: Entries, before: readonly FormField[], reader: Locale, errors: FieldErrors): FormField[] {
  const fields: FormField[] = []
  for (let row = 1; row <= FIELD_ROWS; row++) {
    const entry = (name: string) => (entries[`field.${row}.${name}`] ?? '').trim()
    const label = entry('label')
    if (label === '') continue
    const old = before.find(({ key }) => key === entry('key'))
    const purpose = entry('purpose')
    if (purpose === '') errors[`field.${row}.purpose`] = catalogues[reader].events.categoryForm.purposeNeeded
    const kind = fieldKinds.find((known) => known === entry('kind')) ?? 'text'
    fields.push({
      key: old?.key ?? freeKey([...before, ...fields]),
      label: written(old?.label, label, reader),
      purpose: written(old?.purpose, purpose, reader),
      kind,
      ...(kind === 'choice' ? { choices: choicesIn(entry('choices'), old, reader) } : {}),
      required: entry('required') === 'yes',
    })
  }
  return fields
}

/** The text in the language it is shown in; its translations stay unless it was written anew. */
function written(before: Content | undefined, text: string, reader: Locale): Content {
  const shown = before && (before.text[reader] ? reader : before.original)
  if (!before || !shown) return { original: reader, text: { [reader]: text } }
  return { ...before, text: { ...before.text, [shown]: text } }
}

function choicesIn(text: string, old: FormField | undefined, reader: Locale): NonNullable<FormField['choices']> {
  const labels = text
    .split(/[;；]/)
    .map((label) => label.trim())
    .filter((label) => label !== '')
  return labels.map((label, index) => {
    const before = old?.choices?.[index]
    return { key: before?.key ?? `c${index + 1}`, label: written(before?.label, label, reader) }
  })
}

const freeKey = (fields: readonly FormField[]): string => {
  for (let number = 1; ; number++) if (!fields.some(({ key }) => key === `q${number}`)) return `q${number}`
}

export function categoryEntries(category: Category | null, zone: string, reader: Locale): Entries {
  const shown = (content: Content) => content.text[reader] ?? content.text[content.original] ?? ''
  const fields = (category?.fields ?? []).flatMap((field, index) => {
    const name = (part: string) => `field.${index + 1}.${part}`
    return [
      [name('key'), field.key],
      [name('label'), shown(field.label)],
      [name('purpose'), shown(field.purpose)],
      [name('kind'), field.kind],
      [name('choices'), (field.choices ?? []).map(({ label }) => shown(label)).join('; ')],
      [name('required'), field.required ? 'yes' : ''],
    ]
  })
  return {
    ...timeEntries('opens', category?.opensAt ?? null, category?.zone ?? zone),
    ...timeEntries('closes', category?.closesAt ?? null, category?.zone ?? zone),
    zone: category?.zone ?? zone,
    boundary: category?.closesInclusive ? 'inclusive' : 'exclusive',
    capacity: category?.capacity ? String(category.capacity) : '',
    capPerAffiliation: category?.capPerAffiliation ? String(category.capPerAffiliation) : '',
    needsApproval: category?.needsApproval ? 'yes' : '',
    waitingList: (category?.waitingList ?? true) ? 'yes' : '',
    lateQueue: category?.lateQueue ? 'yes' : '',
    ...Object.fromEntries(fields),
  }
}
