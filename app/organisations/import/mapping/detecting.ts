import { createHash } from 'node:crypto'
import type { Table } from '../reading/table.ts'
import { countryOf } from '../planning/countries.ts'
import type { Field } from './fields.ts'
import { fieldOfHeader, plainHeader } from './headers.ts'

/** The header as a list is recognised by when it comes again. */
export const fingerprintOf = (headers: string[]): string =>
  createHash('sha256').update(headers.map(plainHeader).join('\u001f')).digest('hex').slice(0, 32)

/** What each column is: by its header, else by what stands below it. Each field is given once, to the first column that fits. */
export function detectColumns({ headers, rows }: Pick<Table, 'headers' | 'rows'>): (Field | null)[] {
  const taken = new Set<Field>()
  const columns = headers.map((header): Field | null => {
    const field = fieldOfHeader(header)
    if (!field || taken.has(field)) return null
    taken.add(field)
    return field
  })
  const sample = rows.slice(0, 200)
  columns.forEach((field, place) => {
    if (field) return
    const values = sample.map(({ cells }) => cells[place]?.normalize('NFKC').trim() ?? '').filter(Boolean)
    const found = fieldOfValues(values)
    if (!found || taken.has(found)) return
    taken.add(found)
    columns[place] = found
  })
  return nameAtLeast(columns, sample, taken)
}

const shapes: readonly [Field, (value: string) => boolean][] = [
  ['contactAddress', (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)],
  ['website', (value) => /^(https?:\/\/|www\.)\S+$/i.test(value)],
  ['externalId', (value) => /^[A-Z]{2}-(MF|AR|IM|PR)-\d{9}$/.test(value)],
  ['version', (value) => /^\d+ \((Current|History)\)$/.test(value)],
  ['country', (value) => countryOf(value) !== null],
  ['contactPhone', (value) => /^[+(]?[\d\s()./-]{8,20}$/.test(value) && !/^\d{4}-\d\d-\d\d$/.test(value)],
]

/** Where nearly all values have one form. */
function fieldOfValues(values: string[]): Field | null {
  if (values.length < 2) return null
  return shapes.find(([, fits]) => values.filter(fits).length >= values.length * 0.8)?.[0] ?? null
}

/** A list of members names them: where no header says so, it is the first column of differing texts. */
function nameAtLeast(columns: (Field | null)[], sample: Table['rows'], taken: Set<Field>): (Field | null)[] {
  if (taken.has('name')) return columns
  const place = columns.findIndex((field, index) => {
    if (field) return false
    const values = sample.map(({ cells }) => cells[index] ?? '').filter((value) => /\p{L}{2}/u.test(value))
    return values.length >= sample.length * 0.8 && new Set(values).size >= values.length * 0.8
  })
  return columns.map((field, index) => (index === place ? 'name' : field))
}
