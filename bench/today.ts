// `npm run bench:today [-- --items 5000]`: Today of a coordinator for whom so many things wait in five rooms (the others have one line each), among as many that are done and
// three times as many of others, on PostgreSQL: the whole page as the application answers it. Beside it the same page with fifty items,
// and the bare counts of what waits, one query a room, which nobody can do without.
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { makeAlliance, type TestParty } from '../app/agreements/testing/alliance.ts'
import { inForceFor } from '../app/agreements/testing/inForce.ts'
import { migrate } from '../app/platform/db/migrate.ts'
import { type Database, openDatabase } from '../app/platform/db/open.ts'
import type { Db } from '../app/platform/db/tables.ts'
import { migrations } from '../migrations/index.ts'
import { makeCluster } from '../test/factories/members.ts'
import { testApplication, testStart } from '../test/harness/application.ts'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { printFigures, printTable, quantiles, timeOf } from './measuring.ts'
import { fillRooms, type Place } from './today/filling.ts'

const { values } = parseArgs({ options: { items: { type: 'string' } } })
const ITEMS = Number(values.items ?? 5000)
const TURNS = 60

async function run(opened: Database): Promise<void> {
  await migrate(opened, migrations)
  const at = await testApplication({ database: opened })
  const alliance = await makeAlliance(at, 2)
  const agreement = await inForceFor(at, alliance)
  const [ours, theirs] = alliance.parties as [TestParty, TestParty]
  const place = async (party: TestParty): Promise<Place> => ({
    organisationId: party.id,
    personId: party.coordinator.id,
    clusterId: (await makeCluster(at.db, party)).id,
    agreementId: agreement.id,
  })
  const [here, there] = [await place(ours), await place(theirs)]
  const cookie = await at.signIn(ours.coordinator)
  const page = async () => {
    const answer = await at.get('/en/today', { cookie })
    if (answer.status !== 200) throw new Error(`Today answered ${answer.status}`)
    return answer.text()
  }
  const measured = async (work: () => Promise<unknown>) => {
    for (let turn = 0; turn < 10; turn++) await work()
    const times: number[] = []
    for (let turn = 0; turn < TURNS; turn++) times.push(await timeOf(work))
    return quantiles(times)
  }
  await fillRooms(at.db, { here, there, open: 50, at: testStart })
  await sql`vacuum analyze`.execute(at.db)
  const few = await measured(page)
  await fillRooms(at.db, { here, there, open: ITEMS - 50, at: testStart })
  await sql`vacuum analyze`.execute(at.db)
  const bytes = (await page()).length
  const many = await measured(page)
  const counts = await measured(() => bareCounts(at.db, here))
  printTable(
    ['what', 'p50 ms', 'p95 ms'],
    [
      [`Today with ${ITEMS} open items`, many.p50, many.p95],
      ['Today with 50 open items', few.p50, few.p95],
      ['bare counts of what is open', counts.p50, counts.p95],
    ],
  )
  printFigures('today', {
    items: ITEMS,
    kilobytes: Math.round(bytes / 1024),
    p50_ms: many.p50,
    p95_ms: many.p95,
    peers: { fifty_items: few, bare_counts: counts },
  })
  if (many.p95 >= 50) process.exitCode = 1
}

/** What one would write first: how many rows are open in each room, without naming any. */
async function bareCounts(db: Db, { organisationId, clusterId }: Place): Promise<void> {
  await sql`select count(*) from undertaking where organisation_id = ${organisationId} and ended_at is null`.execute(db)
  await sql`select count(*) from referral_step where responsible_organisation_id = ${organisationId} and followed_at is null`.execute(
    db,
  )
  await sql`
    select count(*) from contact_step step join contact_entry entry on entry.id = step.entry_id
    where entry.organisation_id = ${organisationId} and step.done_at is null`.execute(db)
  await sql`select count(*) from need where cluster_id = ${clusterId}`.execute(db)
  await sql`
    select count(*) from introduction_follow_up asked join referral on referral.id = asked.referral_id
    where referral.from_cluster_id = ${clusterId} and asked.answered_at is null`.execute(db)
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
