import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales } from '../../app/language/locales.ts'
import type { Concept } from '../../app/exchange/thesaurus/reading.ts'
import { numbers } from './profiles.ts'

export type Judged = { id: string; language: string; query: string; concepts: string[] }

/** The judged queries; where they are not at hand, as many made from the thesaurus, which is easier and said so. */
export function judgedQueries(concepts: readonly Concept[]): { source: 'judged' | 'made'; queries: Judged[] } {
  const file = join(import.meta.dirname, '../queries/queries.tsv')
  if (!existsSync(file)) return { source: 'made', queries: makeQueries(concepts) }
  const known = new Set(concepts.map(({ id }) => id))
  const [head = '', ...lines] = readFileSync(file, 'utf8').split(/\r?\n/)
  const columns = head.split('\t')
  const queries = lines.filter(Boolean).map((line) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? ''
    return {
      id: cell('id'),
      language: cell('language'),
      query: cell('query'),
      concepts: cell('concepts').split(/\s+/).filter(Boolean),
    }
  })
  return { source: 'judged', queries: queries.filter(({ concepts: ids }) => ids.every((id) => known.has(id))) }
}

function makeQueries(concepts: readonly Concept[]): Judged[] {
  const next = numbers(7)
  return Array.from({ length: 200 }, (_, index) => {
    const language = locales[index % locales.length]!
    const some = Array.from({ length: 1 + (index % 3 === 0 ? 1 : 0) }, () => concepts[next(concepts.length)]!)
    const words = some.map(({ forms }) => forms[language][next(forms[language].length)]!)
    return { id: `made-${index}`, language, query: words.join(' '), concepts: some.map(({ id }) => id) }
  })
}

/** Each concept with everything narrower: a profile that names one of these has it. */
export function narrowerOf(concepts: readonly Concept[]): Map<string, Set<string>> {
  const all = new Map(concepts.map(({ id }) => [id, new Set([id])]))
  for (let grows = true; grows;) {
    grows = false
    for (const { id, broader } of concepts)
      for (const above of broader)
        for (const below of all.get(id)!)
          if (all.has(above) && !all.get(above)!.has(below)) {
            all.get(above)!.add(below)
            grows = true
          }
  }
  return all
}
