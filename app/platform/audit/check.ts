import { type ActivityRecord, commitmentTo, genesis, hashOf, type Link, type Opening, type Subject } from './link.ts'

/** What somebody outside the database knows of a chain: from a PDF, an export, a time-stamp. The hash in hex. */
export type KnownHead = { seq: number; hash: string }

/** A head that was time-stamped, and so cannot have been made later. */
export type Anchor = KnownHead & {
  at: Date
  service: string
  /** Whether the service was the built-in one, which proves nothing to a stranger. */
  trial: boolean
  /** RFC 3161 TimeStampToken over the 32 bytes of the hash, DER. */
  token: Uint8Array
}

export type Finding =
  /** What the row says does not give the row's own hash. */
  | { found: 'altered'; seq: number }
  /** The row is whole, but was moved: it was written as number `belongsAt`. */
  | { found: 'reordered'; seq: number; belongsAt: number }
  | { found: 'missing'; from: number; to: number }
  | { found: 'duplicate'; seq: number }
  /** The row is whole, but names another row as the one before it. */
  | { found: 'broken-link'; seq: number }
  /** The row tells of something else than this chain does. */
  | { found: 'foreign'; seq: number }
  /** The database's own note of the last row differs from the last row. */
  | { found: 'head-differs'; noted: number | null; last: number }
  | { found: 'cut-tail'; anchored: number; last: number }
  /** Another hash stood at this place when it became known outside: the chain was written anew. */
  | { found: 'recomputed'; seq: number }
  | { found: 'anchor-unproven'; seq: number }
  | { found: 'commitment-mismatch'; seq: number; name: string }
  /** A personal value that the row never committed to. */
  | { found: 'uncommitted'; seq: number; name: string }
  /** No fault: the value was erased, as its owner may ask. */
  | { found: 'erased'; seq: number; name: string }

export type Chain = {
  subject: Subject
  /** In order of `seq`. */
  links: Link[]
  /** By record id and name. `undefined` where personal values were left out on purpose. */
  openings: Map<string, Map<string, Opening>> | undefined
  anchors: Anchor[]
  /** Heads known from elsewhere. */
  known: KnownHead[]
  /** The note of the last row that is kept beside the rows. */
  head: KnownHead | null
}

export type Report = {
  subject: Subject
  rows: number
  head: KnownHead | null
  /** The newest anchor that the chain agrees with: rows after it rest on the database alone. */
  anchoredTo: { seq: number; at: Date; service: string; trial: boolean } | null
  findings: Finding[]
  sound: boolean
}

/** Checks one chain, without asking anybody: the same function judges a database and a file. */
export function checkChain(chain: Chain, unproven: ReadonlySet<Anchor> = new Set()): Report {
  const last = chain.links.at(-1)
  const findings = [
    ...checkRows(chain),
    ...checkHead(chain),
    ...chain.anchors
      .filter((anchor) => unproven.has(anchor))
      .map(({ seq }): Finding => ({ found: 'anchor-unproven', seq })),
    ...checkKnown(chain),
    ...(chain.openings ? checkValues(chain.links, chain.openings) : []),
  ]
  return {
    subject: chain.subject,
    rows: chain.links.length,
    head: last ? { seq: last.record.seq, hash: last.hash } : null,
    anchoredTo: newestHolding(
      chain,
      chain.anchors.filter((anchor) => !unproven.has(anchor)),
    ),
    findings,
    sound: findings.every((finding) => finding.found === 'erased'),
  }
}

function newestHolding({ links }: Chain, anchors: Anchor[]): Report['anchoredTo'] {
  const hashes = hashesBySeq(links)
  const [newest] = anchors
    .filter(({ seq, hash }) => hashes.get(seq) === hash)
    .toSorted((a, b) => b.seq - a.seq || Number(a.trial) - Number(b.trial))
  return newest ? { seq: newest.seq, at: newest.at, service: newest.service, trial: newest.trial } : null
}

const hashesBySeq = (links: Link[]) => new Map(links.map(({ record, hash }) => [record.seq, hash]))

function checkRows({ subject, links }: Chain): Finding[] {
  const findings: Finding[] = []
  const homes = homesOf(links)
  let before: { seq: number; hash: string } = { seq: 0, hash: genesis }
  for (const link of links) {
    const { seq, previous } = link.record
    if (!isAbout(link.record, subject)) findings.push({ found: 'foreign', seq })
    if (seq === before.seq) findings.push({ found: 'duplicate', seq })
    if (seq > before.seq + 1) findings.push({ found: 'missing', from: before.seq + 1, to: seq - 1 })

    const home = homes.get(link)
    if (home === undefined) findings.push({ found: 'altered', seq })
    else if (home !== seq) findings.push({ found: 'reordered', seq, belongsAt: home })
    else if (seq === before.seq + 1 && previous !== before.hash) findings.push({ found: 'broken-link', seq })
    before = { seq, hash: link.hash }
  }
  return findings
}

const isAbout = (record: ActivityRecord, subject: Subject) =>
  record.subject.kind === subject.kind && record.subject.id === subject.id

/**
 * The number each row was written under. A row whose hash holds where it stands is at home. One that does not may have
 * been moved: it then follows, by its `previous`, a row whose home is known, and its hash holds under the number after.
 */
function homesOf(links: Link[]): Map<Link, number> {
  const homes = new Map<Link, number>()
  const strays = new Map<string, Link[]>()
  for (const link of links) {
    if (hashOf(link.record) === link.hash) homes.set(link, link.record.seq)
    else strays.set(link.record.previous, [...(strays.get(link.record.previous) ?? []), link])
  }
  const known: [hash: string, seq: number][] = [
    [genesis, 0],
    ...[...homes].map(([link, seq]): [string, number] => [link.hash, seq]),
  ]
  for (let next = known.pop(); next && strays.size > 0; next = known.pop()) {
    const [hash, seq] = next
    for (const stray of strays.get(hash) ?? []) {
      if (homes.has(stray) || hashOf({ ...stray.record, seq: seq + 1 }) !== stray.hash) continue
      homes.set(stray, seq + 1)
      known.push([stray.hash, seq + 1])
    }
  }
  return homes
}

function checkHead({ head, links }: Chain): Finding[] {
  const last = links.at(-1)
  if (head?.hash === last?.hash && head?.seq === last?.record.seq) return []
  return [{ found: 'head-differs', noted: head?.seq ?? null, last: last?.record.seq ?? 0 }]
}

function checkKnown({ anchors, known, links }: Chain): Finding[] {
  const hashes = hashesBySeq(links)
  const last = links.at(-1)?.record.seq ?? 0
  const heads = [...anchors, ...known]
  const highest = Math.max(0, ...heads.map(({ seq }) => seq))
  const differing = heads.filter(({ seq, hash }) => (hashes.get(seq) ?? hash) !== hash).map(({ seq }) => seq)
  return [
    ...(highest > last ? [{ found: 'cut-tail' as const, anchored: highest, last }] : []),
    ...[...new Set(differing)].map((seq): Finding => ({ found: 'recomputed', seq })),
  ]
}

function checkValues(links: Link[], openings: Map<string, Map<string, Opening>>): Finding[] {
  return links.flatMap(({ record: { id, seq, commitments } }) => {
    const values = openings.get(id) ?? new Map<string, Opening>()
    const committed = Object.entries(commitments).flatMap(([name, commitment]): Finding[] => {
      const opening = values.get(name)
      if (!opening) return [{ found: 'erased', seq, name }]
      return commitmentTo(name, opening) === commitment ? [] : [{ found: 'commitment-mismatch', seq, name }]
    })
    const others = [...values.keys()].filter((name) => !Object.hasOwn(commitments, name))
    return [...committed, ...others.map((name): Finding => ({ found: 'uncommitted', seq, name }))]
  })
}
