import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, locales } from '../../language/locales.ts'

/** One meaning and what it is called: the first form of a language is its name there, the others are found as well. */
export type Concept = {
  id: string
  forms: Record<Locale, string[]>
  /** Concepts of which this is a kind. */
  broader: string[]
  /** Codes of the European nomenclature (EMDN) that mean this, or something narrower. */
  emdn: string[]
}

const SEPARATOR = ' | '

/** Reads one table of concepts: tab-separated, named in the first line. */
export function parseConcepts(table: string): Concept[] {
  const [head = '', ...lines] = table.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = head.split('\t')
  return lines.filter(Boolean).map((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? ''
    const forms = (locale: Locale) =>
      cell(locale)
        .split(SEPARATOR)
        .map((form) => form.trim())
        .filter(Boolean)
    return {
      id: cell('id'),
      forms: Object.fromEntries(locales.map((locale) => [locale, forms(locale)])) as Concept['forms'],
      broader: cell('broader').split(/\s+/).filter(Boolean),
      emdn: cell('emdn').split(/\s+/).filter(Boolean),
    }
  })
}

let all: Concept[] | undefined

/** All concepts, read once. */
export function concepts(): Concept[] {
  const folder = join(import.meta.dirname, 'concepts')
  all ??= readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .toSorted()
    .flatMap((name) => parseConcepts(readFileSync(join(folder, name), 'utf8')))
  return all
}
