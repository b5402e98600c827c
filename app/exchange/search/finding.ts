import { type Locale, locales } from '../../language/locales.ts'
import { type Concept, concepts } from '../thesaurus/reading.ts'
import { stem, type Unit, unitsOf } from './folding.ts'
import { distanceWithin } from './repairing.ts'

type End = { concept: string; isAcronym: boolean; isDelicate: boolean }
type Node = { next: Map<string, Node>; ends: End[] }

/** Where concepts were found: the units `from` (included) to `to` (not), all of which a form of each concept consists of. */
export type Found = { concepts: string[]; from: number; to: number }

export type Finder = {
  byId: Map<string, Concept>
  /** The concepts in a text, the longest form first. `lax`: as people type what they look for, without capitals. */
  find(units: readonly Unit[], lax?: boolean): Found[]
  /** The parts of a German compound that are concepts. */
  split(word: string): string[]
  /** Concepts whose forms consist of some of these words, in any order, and the words each of them took. */
  inAnyOrder(keys: readonly string[]): { concept: string; keys: string[] }[]
  /** A word of the thesaurus that this was probably meant to be. */
  repair(word: string): string | null
  /** This concept and all above it, with the weight that each is found at. */
  withBroader(id: string): Map<string, number>
  /** Concepts that a code of the European nomenclature means. */
  byCode(code: string): string[]
}

/** Made from a list of concepts; what a form looks like is decided here alone. */
export function finderOf(list: readonly Concept[]): Finder {
  const byId = new Map(list.map((concept) => [concept.id, concept]))
  const root: Node = { next: new Map(), ends: [] }
  const compounds = new Map<string, Set<string>>()
  const phrases = new Map<string, { concept: string; keys: string[] }[]>()
  const vocabulary = new Map<number, Set<string>>()
  for (const concept of list)
    for (const locale of locales)
      for (const form of concept.forms[locale]) {
        const units = unitsOf(form).units.filter(({ script }) => script !== 'break')
        if (units.length === 0) continue
        plant(root, units, { concept: concept.id, isAcronym: isAcronym(form), isDelicate: isDelicate(units) })
        if (locale === 'de' && units.length === 1 && units[0]!.word.length > 4)
          addTo(compounds, units[0]!.key, concept.id)
        const latin = units.every(({ script }) => script === 'latin')
        if (latin && units.length > 1)
          for (const { key } of units)
            phrases.set(key, [...(phrases.get(key) ?? []), { concept: concept.id, keys: units.map((one) => one.key) }])
        for (const { word, script } of units)
          if (script === 'latin' && word.length > 3)
            vocabulary.set(word.length, (vocabulary.get(word.length) ?? new Set()).add(word))
      }
  return {
    byId,
    find: (units, lax = false) => found(root, units, lax),
    split: (word) => parts(compounds, word),
    inAnyOrder: (keys) => scattered(phrases, keys),
    repair: (word) => repaired(vocabulary, word),
    withBroader: (id) => broaderOf(byId, id),
    byCode: (code) => list.filter(({ emdn }) => emdn.some((one) => code.startsWith(one))).map(({ id }) => id),
  }
}

const isAcronym = (form: string) => /^[A-Z][A-Z0-9]{1,3}$/.test(form.normalize('NFKC'))

/** Short kana, or one character: found only where it stands by itself, for it is part of many other words. */
const isDelicate = (units: Unit[]) =>
  units.every(({ script }) => script !== 'latin') &&
  (units.length === 1 ||
    (units.length < 4 && units.every(({ script }) => script === 'katakana' || script === 'hiragana')))

function plant(root: Node, units: readonly Unit[], end: End): void {
  let node = root
  for (const { key } of units) {
    const next = node.next.get(key) ?? { next: new Map(), ends: [] }
    node.next.set(key, next)
    node = next
  }
  if (!node.ends.some(({ concept }) => concept === end.concept)) node.ends.push(end)
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value))
}

function found(root: Node, units: readonly Unit[], lax: boolean): Found[] {
  const all: Found[] = []
  for (let from = 0; from < units.length;) {
    const longest = longestFrom(root, units, from, lax)
    if (longest) all.push(longest)
    from = longest?.to ?? from + 1
  }
  return all
}

function longestFrom(root: Node, units: readonly Unit[], from: number, lax: boolean): Found | null {
  let best: Found | null = null
  let node: Node | undefined = root
  for (let to = from; to < units.length && (node = node.next.get(units[to]!.key));) {
    to++
    const ends = node.ends.filter(
      (end) =>
        (!end.isAcronym || lax || units[from]!.isUpper || to - from > 1) &&
        (!end.isDelicate || standsAlone(units, from, to)),
    )
    if (ends.length) best = { concepts: ends.map(({ concept }) => concept), from, to }
  }
  return best
}

/** Whether no letter of the same script touches it. */
function standsAlone(units: readonly Unit[], from: number, to: number): boolean {
  const [first, last, before, after] = [units[from]!, units[to - 1]!, units[from - 1], units[to]]
  return (
    !(before && before.script === first.script && before.end === first.start) &&
    !(after && after.script === last.script && last.end === after.start)
  )
}

/** The longest concept that a word begins with, and the longest that it ends with; linking letters are endings for the stemmer. */
function parts(compounds: Map<string, Set<string>>, word: string): string[] {
  if (word.length < 8) return []
  const all: string[] = []
  let head = 0
  for (let length = word.length - 3; length >= 5 && !head; length--) {
    const concepts = compounds.get(stem(word.slice(0, length)))
    if (concepts) {
      all.push(...concepts)
      head = length
    }
  }
  for (let start = Math.max(3, head); start <= word.length - 5; start++) {
    const concepts = compounds.get(stem(word.slice(start)))
    if (!concepts) continue
    all.push(...concepts)
    break
  }
  return all
}

function scattered(phrases: Map<string, { concept: string; keys: string[] }[]>, keys: readonly string[]) {
  const left = new Set(keys)
  const candidates = keys
    .flatMap((key) => phrases.get(key) ?? [])
    .filter((phrase) => phrase.keys.every((key) => left.has(key)))
    .toSorted((one, other) => other.keys.length - one.keys.length)
  return candidates.filter((phrase) => {
    if (!phrase.keys.every((key) => left.has(key))) return false
    for (const key of phrase.keys) left.delete(key)
    return true
  })
}

function repaired(vocabulary: Map<number, Set<string>>, word: string): string | null {
  if (word.length < 5 || /\d/.test(word)) return null
  const most = word.length < 8 ? 1 : 2
  let best: { word: string; distance: number } | null = null
  for (let length = word.length - most; length <= word.length + most; length++)
    for (const known of vocabulary.get(length) ?? []) {
      if (known[0] !== word[0] && known.at(-1) !== word.at(-1)) continue
      const distance = distanceWithin(known, word, best ? best.distance - 1 : most)
      if (distance !== null) best = { word: known, distance }
      if (distance === 0) return known
    }
  return best?.word ?? null
}

/** Half the weight a step up; the strongest way counts. */
function broaderOf(byId: Map<string, Concept>, id: string): Map<string, number> {
  const weights = new Map([[id, 1]])
  const ahead = [id]
  for (let next = ahead.shift(); next; next = ahead.shift())
    for (const above of byId.get(next)?.broader ?? []) {
      if (weights.has(above) || !byId.has(above)) continue
      weights.set(above, weights.get(next)! / 2)
      ahead.push(above)
    }
  return weights
}

let made: Finder | undefined

/** The finder over the thesaurus, made once. */
export const finder = (): Finder => (made ??= finderOf(concepts()))

/** What a concept is called in a language. */
export const conceptName = (id: string, locale: Locale): string => finder().byId.get(id)?.forms[locale][0] ?? id
