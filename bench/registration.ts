// `npm run bench:registration [-- --attempts 500 --seats 50]`: so many registrations within one second for the last seats, through the
// form and HTTP, on PostgreSQL and on the embedded database (which takes them at its own pace). None may be lost, exactly the seats
// confirmed, and the others wait in the order in which they arrived.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify, parseArgs } from 'node:util'
import { listen } from '../app/http.ts'
import { startServices } from '../app/main.ts'
import { readConfig } from '../app/platform/config.ts'
import type { Services } from '../app/web/env.ts'
import { aCategory, makeEvent } from '../test/factories/events.ts'
import { makeOrganisation } from '../test/factories/organisations.ts'
import { freePort } from '../test/harness/freePort.ts'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { printFigures, printTable, round } from './measuring.ts'

const { values } = parseArgs({ options: { attempts: { type: 'string' }, seats: { type: 'string' } } })
const ATTEMPTS = Number(values.attempts ?? 500)
const SEATS = Number(values.seats ?? 50)
const DAY = 24 * 60 * 60 * 1000

type Load = { answered: number; failed: number; seconds: number; perSecond: number; median: number; p99: number }
type Figures = { attempts: number; seats: number; confirmed: number; waiting: number; lost: number } & Load & {
    inOrder: boolean
    /** Milliseconds of this process's processor time for one registration; on the embedded database that includes the database. */
    processor: number
  }

const figures: Record<string, Figures> = { embedded: await measure() }
const binaries = findPostgres()
if (binaries) {
  const server = await startPostgres(binaries)
  try {
    figures['server'] = await measure(server.url)
  } finally {
    await server.stop()
  }
} else console.log('PostgreSQL is not installed (Debian: postgresql): only the embedded database is measured.')

printTable(
  [
    'database',
    'attempts',
    'confirmed',
    'waiting',
    'lost',
    'in order',
    'a second',
    'processor ms',
    'median ms',
    'p99 ms',
  ],
  Object.entries(figures).map(([database, one]) => [
    database,
    one.attempts,
    one.confirmed,
    one.waiting,
    one.lost,
    one.inOrder ? 'yes' : 'NO',
    one.perSecond,
    one.processor,
    one.median,
    one.p99,
  ]),
)
const [database, last] = Object.entries(figures).at(-1)!
const { attempts, seats, confirmed, waiting, lost } = last
printFigures('registration', { attempts, seats, confirmed, waiting, lost, database, databases: figures })
const isRight = (one: Figures) =>
  one.confirmed === SEATS && one.waiting === ATTEMPTS - SEATS && one.lost === 0 && one.failed === 0 && one.inOrder
if (!Object.values(figures).every(isRight)) process.exitCode = 1

async function measure(databaseUrl?: string): Promise<Figures> {
  const port = await freePort()
  const config = readConfig(
    {
      PORT: String(port),
      // As behind a proxy: each visitor has an address of their own, so that none is held off for coming too often.
      MUSUBI_ORIGIN: 'https://musubi.example',
      MUSUBI_SECRET: 'only for this bench: thirty-two characters and more',
      MUSUBI_LOG: 'silent',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
    { demo: false },
  )
  const { services, stop } = await startServices(config, { inMemory: !databaseUrl, attended: false })
  const door = await listen(services)
  try {
    const { id, slug } = await makeFullHouse(services)
    // Once to warm up, in an event of its own: code is compiled and connections are open when people come.
    const rehearsal = await makeFullHouse(services)
    await load(port, rehearsal.slug, Math.min(100, ATTEMPTS))
    const before = process.cpuUsage()
    const taken = await load(port, slug, ATTEMPTS)
    const { user, system } = process.cpuUsage(before)
    const processor = round((user + system) / 1000 / ATTEMPTS, 1)
    return { attempts: ATTEMPTS, seats: SEATS, processor, ...taken, ...(await lookUp(services, id, taken.answered)) }
  } finally {
    await door.close()
    await stop()
  }
}

async function makeFullHouse({ database: { db } }: Services): Promise<{ id: string; slug: string }> {
  const lead = await makeOrganisation(db)
  const now = Date.now()
  return makeEvent(db, {
    lead,
    begins: new Date(now + 2 * DAY),
    ends: new Date(now + 2 * DAY + 3_600_000),
    categories: [aCategory({ capacity: SEATS, capPerAffiliation: 5, closesAt: new Date(now + DAY) })],
  })
}

/** In a process of its own, so that its work does not count as the server's. */
async function load(port: number, slug: string, attempts: number): Promise<Load> {
  const client = join(import.meta.dirname, 'registrationLoad.ts')
  const args = [client, String(port), slug, String(attempts)]
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', ...args])
  return JSON.parse(stdout) as Load
}

async function lookUp({ database: { db } }: Services, eventId: string, answered: number) {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('registration_decision as decision', 'decision.registration_id', 'registration.id')
    .select(['decision.decision'])
    .where('event_id', '=', eventId)
    .where('replaced_at', 'is', null)
    .orderBy('arrival')
    .execute()
  const states = rows.map(({ decision }) => decision)
  const confirmed = states.filter((state) => state === 'confirmed').length
  const waiting = states.filter((state) => state === 'waiting').length
  // Nobody came from an organisation that was full: the first ones in are exactly those with a seat.
  const inOrder = states.every((state, index) => state === (index < SEATS ? 'confirmed' : 'waiting'))
  return { confirmed, waiting, lost: answered - rows.length, inOrder }
}
