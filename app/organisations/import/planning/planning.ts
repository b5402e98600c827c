import type { FieldGroup, PartContents } from '../../members/profile.ts'
import { textFor } from '../../profileText.ts'
import type { ImportChoices } from '../choices.ts'
import { normaliseCity } from '../duplicates/cities.ts'
import { normaliseName } from '../duplicates/normalising.ts'
import type { Field } from '../mapping/fields.ts'
import type { Table } from '../reading/table.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import type { Finding } from './findings.ts'
import { type Core, digestOf, type Left } from './state.ts'

/** An organisation that is on the installation already. */
export type Known = {
  organisationId: string
  /** Whether it is in this cluster today. */
  isMember: boolean
  core: Core
  parts: Partial<Record<FieldGroup, PartContents[FieldGroup]>>
  /** What the last import of this cluster left; null where none has written it. */
  left: Left | null
  /** Known by what an entry said that was merged into it. */
  byMerge?: true
}

export type Roll = {
  byExternalId: Map<string, Known>
  /** By `identityOf`. */
  byIdentity: Map<string, Known>
  /** Organisations to which this cluster's list has given a number. */
  numbered: Set<string>
}

export type Outcome = 'created' | 'updated' | 'unchanged' | 'joined' | 'history' | 'left-out'

export type PlannedRow = {
  number: number
  outcome: Outcome
  candidate: Candidate | null
  /** Whom it is about, where the organisation is known. */
  known: Known | null
  /** What an update writes. */
  changes: { core: Core | null; parts: FieldGroup[] }
  findings: Finding[]
}

export type Counts = Record<Outcome, number> & { rows: number; errors: number; warnings: number; notes: number }

export type Plan = { rows: PlannedRow[]; counts: Counts }

/** Name, country and city, as they are compared. */
export const identityOf = (name: string, country: string, city: string | null): string =>
  `${normaliseName(name)}|${country}|${city ? normaliseCity(city) : ''}`

export const coreName = (core: { name: Core['name'] }): string =>
  core.name.text[core.name.original] ?? Object.values(core.name.text)[0] ?? ''

/** What applying a list would do, row by row. Pure: what is known goes in, nothing is written. */
export function planOf(table: Table, columns: (Field | null)[], choices: ImportChoices, roll: Roll): Plan {
  const read = table.rows.map((row) => ({ number: row.number, ...candidateOf(row, columns, choices) }))
  const current = currentOf(read.flatMap(({ candidate }) => candidate ?? []))
  const seen = new Map<string, number>()
  const rows = read.map(({ number, candidate, findings }): PlannedRow => {
    const planned: PlannedRow = {
      number,
      outcome: 'left-out',
      candidate,
      known: null,
      changes: { core: null, parts: [] },
      findings,
    }
    if (!candidate) return planned
    const entry = candidate.externalId && candidate.version ? current.get(candidate.externalId) : undefined
    if (entry && entry.current !== candidate)
      return {
        ...planned,
        outcome: 'history',
        findings: [...findings, { level: 'note', code: 'history', about: String(entry.current.row) }],
      }
    if (entry?.current.version?.isHistory) findings.push({ level: 'warning', code: 'only-history' })
    const again = alreadySeen(candidate, seen)
    if (again) return { ...planned, findings: [...findings, again] }
    return { ...planned, ...outcomeFor(candidate, roll, findings) }
  })
  leaveOutSecond(rows)
  return { rows, counts: countsOf(rows) }
}

/** Two rows may mean one member since a merge: the row that is its own speaks for it, the other one is left out. */
function leaveOutSecond(rows: PlannedRow[]): void {
  const speakers = new Map<string, PlannedRow>()
  for (const row of rows.filter(({ known }) => known).toSorted(ownFirst)) {
    const speaker = speakers.get(row.known!.organisationId)
    speakers.set(row.known!.organisationId, speaker ?? row)
    if (!speaker) continue
    const finding: Finding = { level: 'note', code: 'same-member', about: String(speaker.number) }
    Object.assign(row, {
      outcome: 'left-out',
      known: null,
      changes: { core: null, parts: [] },
      findings: [...row.findings, finding],
    } satisfies Partial<PlannedRow>)
  }
}

const ownFirst = (one: PlannedRow, other: PlannedRow): number =>
  Number(one.known!.byMerge ?? false) - Number(other.known!.byMerge ?? false)

type Entry = { current: Candidate }

/** Registers give one entry in several versions: the current one is the member, the others are its history. */
function currentOf(candidates: Candidate[]): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const candidate of candidates) {
    if (!candidate.externalId || !candidate.version) continue
    const entry = entries.get(candidate.externalId)
    if (!entry) entries.set(candidate.externalId, { current: candidate })
    else if (entry.current.version?.isHistory && !candidate.version.isHistory) entry.current = candidate
  }
  return entries
}

/** The first row counts; a second one with the same number, or the same name at the same place, is told apart by nothing. */
function alreadySeen(candidate: Candidate, seen: Map<string, number>): Finding | null {
  const key = candidate.externalId
    ? `id ${candidate.externalId}`
    : `name ${identityOf(coreName(candidate), candidate.country, candidate.city)}`
  const before = seen.get(key)
  if (before === undefined) seen.set(key, candidate.row)
  if (before === undefined) return null
  return { level: 'error', code: candidate.externalId ? 'same-id-again' : 'same-row-again', about: String(before) }
}

function outcomeFor(
  candidate: Candidate,
  roll: Roll,
  findings: Finding[],
): Pick<PlannedRow, 'outcome' | 'known' | 'changes' | 'findings'> {
  const nothing = { core: null, parts: [] }
  const known = knownFor(candidate, roll)
  if (!known) return { outcome: 'created', known: null, changes: nothing, findings }
  if (!known.isMember)
    return { outcome: 'joined', known, changes: nothing, findings: [...findings, { level: 'note', code: 'joins' }] }
  const { changes, kept } = changesTo(known, candidate)
  if (kept) findings.push({ level: 'warning', code: 'kept-as-edited' })
  const isChanged = changes.core !== null || changes.parts.length > 0
  return { outcome: isChanged ? 'updated' : 'unchanged', known, changes, findings }
}

/** By the list's own number; where the list has none, by name and place. A number that is new is somebody new. */
function knownFor(candidate: Candidate, { byExternalId, byIdentity, numbered: withNumber }: Roll): Known | undefined {
  const numbered = candidate.externalId ? byExternalId.get(candidate.externalId) : undefined
  if (numbered) return numbered
  const named = byIdentity.get(identityOf(coreName(candidate), candidate.country, candidate.city))
  if (!named || !candidate.externalId) return named
  return withNumber.has(named.organisationId) ? undefined : named
}

/** An import overwrites what an import wrote, and fills what is empty; what a person wrote stays. */
function changesTo(known: Known, candidate: Candidate): { changes: PlannedRow['changes']; kept: boolean } {
  let kept = false
  const core = mergedCore(known.core, candidate)
  const coreDiffers = digestOf(core) !== digestOf(known.core)
  const mayCore = known.left?.core === digestOf(known.core)
  if (coreDiffers && !mayCore) kept = true
  const parts: FieldGroup[] = []
  for (const [group, content] of Object.entries(candidate.parts) as [FieldGroup, PartContents[FieldGroup]][]) {
    const there = known.parts[group]
    if (there && digestOf(there) === digestOf(content)) continue
    if (!there || known.left?.parts?.[group] === digestOf(there)) parts.push(group)
    else kept = true
  }
  return { changes: { core: coreDiffers && mayCore ? core : null, parts }, kept }
}

/** What the list does not say it does not take away. */
export function mergedCore(core: Core, candidate: Candidate): Core {
  const city = candidate.city
  return {
    name: sameText(core.name, candidate.name) ? core.name : candidate.name,
    legalForm: candidate.legalForm ?? core.legalForm,
    country: candidate.country,
    seat: city ? (coreSeat(core) === city ? core.seat : seatOf(candidate)) : core.seat,
    website: candidate.website ?? core.website,
  }
}

const coreSeat = (core: Core): string | null => textFor(core.seat, core.seat?.original ?? 'en')?.text ?? null

export const seatOf = ({ city, name }: Candidate): Core['seat'] =>
  city
    ? {
        original: /[\u3040-\u30ff\u4e00-\u9fff]/.test(city) ? 'ja' : name.original,
        text: { [/[\u3040-\u30ff\u4e00-\u9fff]/.test(city) ? 'ja' : name.original]: city },
      }
    : null

const sameText = (one: Core['name'], other: Core['name']): boolean =>
  Object.entries(other.text).every(([locale, text]) => one.text[locale as keyof typeof one.text] === text)

function countsOf(rows: PlannedRow[]): Counts {
  const counts: Counts = {
    rows: rows.length,
    created: 0,
    updated: 0,
    unchanged: 0,
    joined: 0,
    history: 0,
    'left-out': 0,
    errors: 0,
    warnings: 0,
    notes: 0,
  }
  for (const { outcome, findings } of rows) {
    counts[outcome] += 1
    if (findings.some(({ level }) => level === 'error')) counts.errors += 1
    else if (findings.some(({ level }) => level === 'warning')) counts.warnings += 1
    else if (findings.length > 0) counts.notes += 1
  }
  return counts
}
