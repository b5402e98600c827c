// `npm run bench:directory [-- --profiles 100000 --peers 20000]`: so many synthetic profiles of members in five languages on PostgreSQL,
// asked the judged queries by a coordinator to whom one other home has opened its members' products: time with row-level security, each
// query with a filter and without, what security costs, and recall against what the asker may see. MiniSearch and Orama are asked the
// same over everything that is public, as they come and with our terms; `--peers` gives them fewer profiles. What the figures mean is in
// `bench/README.md`.
import { parseArgs } from 'node:util'
import { ask, askIn, type Question } from '../app/exchange/search/asking.ts'
import { concepts } from '../app/exchange/thesaurus/reading.ts'
import { setGrants } from '../app/agreements/grants/opening.ts'
import { makeAlliance, scopeOf, type TestParty } from '../app/agreements/testing/alliance.ts'
import { inForceFor } from '../app/agreements/testing/inForce.ts'
import { migrate } from '../app/platform/db/migrate.ts'
import { type Database, openDatabase } from '../app/platform/db/open.ts'
import { transaction } from '../app/platform/db/transaction.ts'
import { migrations } from '../migrations/index.ts'
import { makeCluster } from '../test/factories/members.ts'
import { testApplication } from '../test/harness/application.ts'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { loadProfiles } from './directory/loading.ts'
import { type Peer, peers } from './directory/peers.ts'
import { type Home, type Made, makeProfiles, said, textOf } from './directory/profiles.ts'
import { judgedQueries, type Judged, narrowerOf } from './directory/queries.ts'
import { median, printFigures, printTable, quantiles, round, timeOf } from './measuring.ts'

const { values } = parseArgs({ options: { profiles: { type: 'string' }, peers: { type: 'string' } } })
const PROFILES = Number(values.profiles ?? 100_000)
const PEERS = Math.min(PROFILES, Number(values.peers ?? PROFILES))
const thesaurus = concepts()
const narrower = narrowerOf(thesaurus)
const { source, queries } = judgedQueries(thesaurus)

type Times = { p50: number; p95: number }
type Line = Times & {
  name: string
  profiles: number
  recall10: number
  ownWords10: number
  foreign10: number
  loadSeconds: number
  megabytes: number
}

async function run(opened: Database): Promise<void> {
  await migrate(opened, migrations)
  const at = await testApplication({ database: opened })
  const alliance = await makeAlliance(at, 5)
  const agreement = await inForceFor(at, alliance)
  const [ours, theirs] = alliance.parties as [TestParty, TestParty]
  const opens = { products: 'coordinators' as const }
  await setGrants(at.services, await scopeOf(at, theirs.coordinator), agreement.id, {
    organisationId: theirs.id,
    opens,
  })
  const homes: Home[] = []
  const clusterIds = new Map<string, string>()
  for (const [index, party] of alliance.parties.entries()) {
    const { id, slug } = await makeCluster(at.db, party)
    clusterIds.set(slug, id)
    homes.push({ id: party.id, cluster: slug, country: ['JP', 'IT', 'BE', 'DE', 'FR'][index]! })
  }
  const made = [...makeProfiles(PROFILES, homes, thesaurus)]
  console.log(`${PROFILES} profiles are made; loading …`)
  const begun = performance.now()
  const postings = await loadProfiles(at.db, made, clusterIds)
  const loadSeconds = round((performance.now() - begun) / 1000, 1)

  const scope = await scopeOf(at, ours.coordinator)
  const sees = ({ member, visibility }: Made) =>
    visibility === 'public' ||
    member.homes[0] === ours.id ||
    (visibility === 'partners' && member.homes[0] === theirs.id)
  const now = at.services.clock.now()
  const plain = (query: Judged): Question => ({ text: query.query, filters: {}, after: 0, limit: 10 })
  const filtered = (query: Judged, index: number): Question => {
    const home = homes[index % homes.length]!
    return { ...plain(query), filters: index % 2 ? { country: home.country } : { cluster: home.cluster } }
  }
  const questions = queries.flatMap((query, index) => [plain(query), filtered(query, index)])
  const places = new Map(made.map(({ member }, index) => [member.organisationId, index]))
  const asReader = async (question: Question) =>
    (await ask(at.db, scope, now, question)).hits.map(({ organisationId }) => places.get(organisationId)!)
  const asOwner = (question: Question) => transaction(at.db, (tx) => askIn(tx, question))
  for (const question of questions.slice(0, 100)) await asReader(question)
  const withRights = await timesOf(questions, asReader)
  const share = await shareOfRights(questions, asReader, asOwner)
  const cookie = await at.signIn(ours.coordinator)
  const pages = await timesOf(questions.slice(0, 120), async ({ text, filters }) =>
    (await at.get(`/en/directory?${new URLSearchParams({ q: text, ...filters }).toString()}`, { cookie })).text(),
  )
  const quality = await qualityOf(made, sees, (query) => asReader(plain(query)))
  const megabytes = await sizeOf(opened)

  const lines: Line[] = [{ name: 'Musubi', profiles: PROFILES, ...withRights, ...quality, loadSeconds, megabytes }]
  for (const peer of [peers.minisearch(false), peers.minisearch(true), peers.orama(false), peers.orama(true)])
    lines.push(await measure(peer, made.slice(0, PEERS)))
  printTable(
    ['engine', 'profiles', 'p50 ms', 'p95 ms', 'recall@10', 'own words', 'other languages', 'loaded s', 'MB'],
    lines.map((one) => [
      one.name,
      one.profiles,
      one.p50,
      one.p95,
      one.recall10,
      one.ownWords10,
      one.foreign10,
      one.loadSeconds,
      one.megabytes,
    ]),
  )
  const figures = ({
    profiles,
    p50,
    p95,
    recall10,
    ownWords10,
    foreign10,
    loadSeconds: seconds,
    megabytes: size,
  }: Line) => ({
    profiles,
    p50_ms: p50,
    p95_ms: p95,
    recall10,
    recall10_own_words: ownWords10,
    hits_other_languages: foreign10,
    load_s: seconds,
    mb: size,
  })
  const [mine, mini, miniTerms, orama, oramaTerms] = lines.map(figures)
  printFigures('directory', {
    ...mine,
    queries: queries.length,
    queries_are: source,
    concepts: thesaurus.length,
    postings,
    permission_share: share,
    page_p50_ms: pages.p50,
    page_p95_ms: pages.p95,
    peers: {
      minisearch: { default: mini, with_our_terms: miniTerms },
      orama: { default: orama, with_our_terms: oramaTerms },
    },
  })
  if (withRights.p95 >= 20) process.exitCode = 1
}

/**
 * Each question under the policies and as the tables' owner, one after the other and in changing order, so that whatever else the machine
 * does falls on both; the share is the median of the questions' own shares.
 */
async function shareOfRights(
  questions: readonly Question[],
  asReader: (question: Question) => Promise<unknown>,
  asOwner: (question: Question) => Promise<unknown>,
): Promise<number> {
  const shares: number[] = []
  for (const [index, question] of questions.entries()) {
    // Whoever comes second finds the rows in memory: both have been asked once before.
    await asOwner(question)
    await asReader(question)
    const [first, second] = index % 2 ? [asReader, asOwner] : [asOwner, asReader]
    const [one, other] = [await timeOf(() => first(question)), await timeOf(() => second(question))]
    const [reader, owner] = index % 2 ? [one, other] : [other, one]
    shares.push(1 - owner / reader)
  }
  return round(Math.max(0, median(shares)), 2)
}

async function measure(peer: Peer, made: Made[]): Promise<Line> {
  // Everything that is public, and nothing else: these engines know no rights.
  const isPublic = ({ visibility }: Made) => visibility === 'public'
  const texts = made.map((one) => textOf(one, isPublic(one) ? ['about', 'products'] : ['about']))
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const begun = performance.now()
  await peer.load(texts)
  const loadSeconds = round((performance.now() - begun) / 1000, 1)
  globalThis.gc?.()
  const megabytes = round((process.memoryUsage().heapUsed - before) / 1e6)
  for (const { query } of queries.slice(0, 20)) await peer.ask(query)
  const times = await timesOf(queries, ({ query }) => peer.ask(query))
  const quality = await qualityOf(made, isPublic, ({ query }) => peer.ask(query))
  return { name: peer.name, profiles: made.length, ...times, ...quality, loadSeconds, megabytes }
}

async function timesOf<T>(questions: readonly T[], asked: (question: T) => Promise<unknown>): Promise<Times> {
  const times: number[] = []
  for (const question of questions) times.push(await timeOf(() => asked(question)))
  return quantiles(times)
}

/**
 * Hits among the first ten, of as many as could be there: of all queries, and of those whose concepts the profiles say in words of their
 * own; and which part of the hits is in another language than the query.
 */
async function qualityOf(made: Made[], sees: (one: Made) => boolean, asked: (query: Judged) => Promise<number[]>) {
  const having = new Map<string, Set<number>>()
  made.forEach((one, index) => {
    for (const id of [...one.about, ...(sees(one) ? one.products : [])])
      having.set(id, (having.get(id) ?? new Set()).add(index))
  })
  const withConcept = (id: string) =>
    new Set([...(narrower.get(id) ?? [])].flatMap((below) => [...(having.get(below) ?? [])]))
  const recalls: { recall: number; isOwn: boolean }[] = []
  let [foreign, foreignHits] = [0, 0]
  for (const query of queries) {
    const [first = new Set<number>(), ...others] = query.concepts.map(withConcept)
    const relevant = [...first].filter((index) => others.every((other) => other.has(index)))
    if (relevant.length === 0) continue
    const wanted = new Set(relevant)
    const hits = (await asked(query)).slice(0, 10).filter((index) => wanted.has(index))
    recalls.push({
      recall: hits.length / Math.min(10, relevant.length),
      isOwn: query.concepts.every((id) => said.has(id)),
    })
    foreignHits += hits.length
    foreign += hits.filter((index) => made[index]!.language !== query.language).length
  }
  const mean = (some: { recall: number }[]) =>
    round(some.reduce((sum, { recall }) => sum + recall, 0) / Math.max(1, some.length), 3)
  return {
    recall10: mean(recalls),
    ownWords10: mean(recalls.filter(({ isOwn }) => isOwn)),
    foreign10: round(foreign / Math.max(1, foreignHits), 3),
  }
}

async function sizeOf({ pool }: Database): Promise<number> {
  const answer = await pool!.query(
    `select sum(pg_total_relation_size(name::regclass))::bigint as bytes from unnest(array['posting', 'term', 'search_scope', 'searched_profile']) name`,
  )
  return round(Number(answer.rows[0].bytes) / 1e6)
}

const binaries = findPostgres()
if (!binaries) {
  console.log('PostgreSQL is not installed (Debian: postgresql): there is nothing to measure.')
  process.exit(0)
}
const server = await startPostgres(binaries)
const database = await openDatabase({ databaseUrl: server.url, dataDirectory: null })
try {
  await run(database)
} finally {
  await database.close()
  await server.stop()
}
