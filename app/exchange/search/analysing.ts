import { type Finder, finder } from './finding.ts'
import { type Unit, unitsOf } from './folding.ts'
import { withoutLegalForms } from './stopWords.ts'

/** How a concept is written among the terms; no word begins like this. */
export const conceptTerm = (id: string): string => `#${id}`

/** How often each term stands in a text: words, pairs of Japanese characters, and concepts with those above them, at less. */
export function termsOf(text: string, using: Finder = finder()): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (term: string, weight: number) => counts.set(term, (counts.get(term) ?? 0) + weight)
  const addConcept = (id: string) => {
    for (const [above, weight] of using.withBroader(id)) add(conceptTerm(above), weight)
  }
  const { units } = unitsOf(withoutLegalForms(text))
  const found = using.find(units)
  for (const { concepts } of found) for (const id of concepts) addConcept(id)
  const isTaken = takenBy(found)
  units.forEach((unit, index) => {
    if (unit.script !== 'latin') return
    add(unit.key, 1)
    if (!isTaken.has(index)) for (const id of using.split(unit.word)) addConcept(id)
  })
  for (const pair of pairsOf(units)) add(pair.key, 1)
  return counts
}

const takenBy = (found: { from: number; to: number }[]): Set<number> =>
  new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)))

type Pair = { key: string; start: number; end: number }

/** Neighbouring Japanese characters, two by two, but those of hiragana only; one that stands alone stands for itself. */
function pairsOf(units: readonly Unit[]): Pair[] {
  const isJapanese = (unit: Unit | undefined) => unit && unit.script !== 'latin' && unit.script !== 'break'
  const touches = (one: Unit | undefined, other: Unit | undefined) =>
    one && other && isJapanese(one) && isJapanese(other) && other.start - one.end <= 1
  return units.flatMap((unit, index) => {
    if (!isJapanese(unit)) return []
    const next = units[index + 1]
    if (next && touches(unit, next))
      return unit.script === 'hiragana' && next.script === 'hiragana'
        ? []
        : [{ key: unit.key + next.key, start: unit.start, end: next.end }]
    const isAlone = !touches(units[index - 1], unit) && unit.script === 'kanji'
    return isAlone ? [{ key: unit.key, start: unit.start, end: unit.end }] : []
  })
}

/** Pairs that overlap are one word to whoever typed it. */
function runsOf(pairs: readonly Pair[]): Pair[][] {
  const runs: Pair[][] = []
  for (const pair of pairs) {
    const last = runs.at(-1)
    if (last && last.at(-1)!.end > pair.start) last.push(pair)
    else runs.push([pair])
  }
  return runs
}

/** One thing that is looked for: any of the terms will do. */
export type Wish = {
  kind: 'concept' | 'word'
  /** As it was typed. */
  typed: string
  /** What it was taken for, where that was not what was typed. */
  readAs?: string
  terms: string[]
  /** The folded word, for repair; only of Latin words. */
  word?: string
}

const LONGEST = 300

/** What is looked for: the concepts, and the words that no concept took. `repairs`: folded word → what it was meant to be. */
export function wishesOf(question: string, repairs: ReadonlyMap<string, string> = new Map(), using = finder()): Wish[] {
  const said = unitsOf(withoutLegalForms(question.slice(0, LONGEST)))
  // A word that is nothing but a stop word may be an abbreviation: “ai”.
  const { text, units: typed } = said.units.length ? said : unitsOf(question.slice(0, LONGEST).toUpperCase())
  const units = typed.map((unit) => {
    const meant = repairs.get(unit.word)
    return meant ? { ...unitsOf(meant).units[0]!, start: unit.start, end: unit.end } : unit
  })
  const found = using.find(units, true)
  const taken = takenBy(found)
  const slice = (from: Unit, to: Unit) => text.slice(from.start, to.end)
  const readAs = (some: Unit[]) => {
    const changed = some.some((unit) => typed[units.indexOf(unit)]?.word !== unit.word)
    return changed ? { readAs: some.map(({ word }) => word).join(' ') } : {}
  }
  const wishes: Wish[] = found.map(({ concepts, from, to }) => ({
    kind: 'concept',
    typed: slice(units[from]!, units[to - 1]!),
    ...readAs(units.slice(from, to).filter(({ script }) => script === 'latin')),
    terms: concepts.map(conceptTerm),
  }))
  const left = units.filter((unit, index) => unit.script === 'latin' && !taken.has(index))
  const gone = new Set<string>()
  for (const { concept, keys } of using.inAnyOrder(left.map(({ key }) => key))) {
    const some = left.filter(({ key }) => keys.includes(key))
    for (const key of keys) gone.add(key)
    const phrase = some.map((unit) => slice(unit, unit)).join(' ')
    wishes.push({ kind: 'concept', typed: phrase, ...readAs(some), terms: [conceptTerm(concept)] })
  }
  for (const unit of left.filter(({ key }) => !gone.has(key)))
    wishes.push(...wishesOfWord(unit, slice(unit, unit), readAs([unit]), using))
  const free = units.map((unit, index): Unit => (taken.has(index) ? { ...unit, script: 'break' } : unit))
  for (const run of runsOf(pairsOf(free))) {
    const whole = text.slice(run[0]!.start, run.at(-1)!.end)
    for (const { key } of run) wishes.push({ kind: 'word', typed: whole, terms: [key] })
  }
  return [...new Map(wishes.map((wish) => [wish.terms.join(' '), wish])).values()]
}

function wishesOfWord(unit: Unit, typed: string, read: { readAs?: string }, using: Finder): Wish[] {
  const parts = using.split(unit.word)
  if (parts.length === 0) return [{ kind: 'word', typed, ...read, terms: [unit.key], word: unit.word }]
  return parts.map((id) => ({ kind: 'concept', typed, ...read, terms: [conceptTerm(id)] }))
}
