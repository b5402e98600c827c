import { compare, PROPOSED_FROM, type ReasonCode } from './comparing.ts'
import { type Entry, type Profile, profileOf } from './profiling.ts'

/** Two entries that may be one organisation; `one` is the lesser id. */
export type Found = { one: string; other: string; score: number; reasons: ReasonCode[] }

/** What more than so many share tells nobody apart, and comparing them all would take its square. */
const CROWD = 60

/**
 * Pairs that may be one organisation, the surest first. Only those are compared that have something in common: about linear in the
 * number of entries. It hands control back now and then (`null`), so that a server can answer in between.
 */
export function* findingDuplicates(entries: readonly Entry[]): Generator<null, Found[]> {
  const profiles = new Map<string, Profile>()
  const blocks = new Map<string, string[]>()
  for (const [place, entry] of entries.entries()) {
    if (place % 500 === 499) yield null
    const profile = profileOf(entry)
    profiles.set(entry.id, profile)
    for (const key of new Set(keysOf(profile))) {
      const block = blocks.get(key)
      if (block) block.push(entry.id)
      else blocks.set(key, [entry.id])
    }
  }
  const compared = new Set<string>()
  const found: Found[] = []
  let count = 0
  for (const ids of blocks.values()) {
    if (ids.length < 2 || ids.length > CROWD) continue
    for (const [one, other] of pairsOf(ids)) {
      const key = `${one} ${other}`
      if (compared.has(key)) continue
      compared.add(key)
      if (++count % 5000 === 0) yield null
      const { score, reasons } = compare(profiles.get(one)!, profiles.get(other)!)
      if (score >= PROPOSED_FROM) found.push({ one, other, score, reasons })
    }
  }
  return found.toSorted((a, b) => b.score - a.score || (a.one + a.other < b.one + b.other ? -1 : 1))
}

/** All at once, where nobody waits for anything else. */
export function findDuplicates(entries: readonly Entry[]): Found[] {
  const work = findingDuplicates(entries)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

function* pairsOf(ids: readonly string[]): Generator<[string, string]> {
  for (const [place, one] of ids.entries())
    for (const other of ids.slice(place + 1)) if (one !== other) yield one < other ? [one, other] : [other, one]
}

/** What an entry is looked up by: whoever shares none of these with it is not compared. */
function keysOf({ names, country, cities, site, mails, numbers }: Profile): string[] {
  return [
    ...numbers.map((number) => `number ${number}`),
    ...[...(site ? [site] : []), ...mails].map((domain) => `domain ${domain}`),
    ...names.flatMap(({ key, sorted, latin, sounds }) => [
      `name ${sorted}`,
      `name ${key}`,
      ...(latin ? [`latin ${latin}`] : []),
      ...(sounds && sounds.length >= 3 ? cities.map((city) => `sounds ${country} ${city} ${sounds}`) : []),
      // A slip is near the beginning or near the end, not both.
      ...cities.flatMap((city) => [`near ${city} ${key.slice(0, 4)}`, `near ${city} -${key.slice(-5)}`]),
    ]),
  ]
}
