import { codePrefixes, facetTerm } from '../search/facets.ts'
import { finder } from '../search/finding.ts'

/** In what two are alike: concepts by id, codes of the European nomenclature. */
export type Shared = { concepts: string[]; codes: string[] }

const CODE = facetTerm('emdn', '')

/** Of the terms that two have in common those that say most: no concept beside a narrower one, no code beside a longer one. */
export function sharedIn(terms: readonly string[]): Shared {
  const ids = terms.filter((term) => term.startsWith('#')).map((term) => term.slice(1))
  const codes = terms.filter((term) => term.startsWith(CODE)).map((term) => term.slice(CODE.length))
  const isAbove = (id: string, other: string) => other !== id && finder().withBroader(other).has(id)
  return {
    concepts: ids.filter((id) => !ids.some((other) => isAbove(id, other))).slice(0, 5),
    codes: codes.filter((code) => !codes.some((other) => other !== code && codePrefixes(other).includes(code))),
  }
}
