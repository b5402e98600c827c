import { locales } from '../../language/locales.ts'
import type { Concept } from './reading.ts'

/** What is wrong with a thesaurus, a line each; none where it may be used. */
export function faultsOf(concepts: readonly Concept[]): string[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]))
  return [
    ...[...Map.groupBy(concepts, ({ id }) => id)]
      .filter(([, same]) => same.length > 1)
      .map(([id]) => `${id}: stands twice`),
    ...concepts.flatMap(({ id, forms, broader }) => [
      ...locales.filter((locale) => forms[locale].length === 0).map((locale) => `${id}: no name in ${locale}`),
      ...broader.filter((other) => !byId.has(other)).map((other) => `${id}: there is no broader concept ${other}`),
    ]),
    ...concepts.filter(({ id }) => isAboveItself(id, byId)).map(({ id }) => `${id}: is broader than itself`),
  ]
}

function isAboveItself(id: string, byId: Map<string, Concept>): boolean {
  const seen = new Set<string>()
  const ahead = [...(byId.get(id)?.broader ?? [])]
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    ahead.push(...(byId.get(next)?.broader ?? []))
  }
  return false
}

/** Forms that mean more than one concept in one language: allowed, but each should be meant. */
export function ambiguousForms(concepts: readonly Concept[]): { form: string; concepts: string[] }[] {
  const meanings = new Map<string, Set<string>>()
  for (const { id, forms } of concepts)
    for (const locale of locales)
      for (const form of forms[locale]) {
        const key = `${locale} ${form.normalize('NFKC').toLowerCase()}`
        meanings.set(key, (meanings.get(key) ?? new Set()).add(id))
      }
  return [...meanings].filter(([, ids]) => ids.size > 1).map(([form, ids]) => ({ form, concepts: [...ids] }))
}
