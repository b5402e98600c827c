// `npm run bench:board [-- --viewers 10000 --broadcasts 20]`: so many viewers on one fan-out process beside a web process, all on one
// PostgreSQL, and a load client of its own; against a bare `node:http` that sends as many bytes to as many, in the same run.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { granted } from '../app/agreements/testing/alliance.ts'
import { preventSignatory } from '../app/ceremonies/readying.ts'
import { makeCeremony, type TestCeremony } from '../app/ceremonies/testing/ceremony.ts'
import { root } from '../app/main.ts'
import { migrate } from '../app/platform/db/migrate.ts'
import { openDatabase } from '../app/platform/db/open.ts'
import { migrations } from '../migrations/index.ts'
import { testApplication, type TestApplication } from '../test/harness/application.ts'
import { freePort } from '../test/harness/freePort.ts'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { followForm } from './board/form.ts'
import { printFigures, printTable, round } from './measuring.ts'

const { values } = parseArgs({ options: { viewers: { type: 'string' }, broadcasts: { type: 'string' } } })
const VIEWERS = Number(values.viewers ?? 10_000)
const BROADCASTS = Number(values.broadcasts ?? 20)
const BYTES = 4000
const APART_MS = 1200

const SECRET = 'only for this bench: thirty-two characters and more'

/** Milliseconds from the beginning of a broadcast to its arrival at a viewer's socket; memory of the server's process a viewer. */
type Figures = { p50: number; p99: number; most: number; kibPerViewer: number; missing: number }

const binaries = findPostgres()
if (!binaries) {
  console.log('PostgreSQL is not installed (Debian: postgresql): there is nothing to fan out from.')
  process.exit(1)
}
const server = await startPostgres(binaries)
const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'))
const children: ChildProcess[] = []
try {
  const database = await openDatabase({ databaseUrl: server.url, dataDirectory: null })
  await migrate(database, migrations)
  const at = await testApplication({ database })
  const ceremony = await makeCeremony(at)
  const web = await startWeb(server.url)
  const form = await followForm(at, ceremony.alliance.lead, web)

  // By turns, so that whatever else the machine does falls on both.
  const both = [await bareStream(), await ownStream(at, ceremony, server.url)]
  form.forget()
  for (let i = 0; i < BROADCASTS; i++) {
    for (const { broadcast } of both) {
      await broadcast()
      await wait(APART_MS)
    }
  }
  await wait(2000)
  const slow = form.p99()
  const spent = await Promise.all(both.map(async ({ child, idle }) => (await asked<number>(child, 'processor')) - idle))
  await form.stop()
  const [bareCost, ownCost] = spent.map((milliseconds) => round(milliseconds / BROADCASTS)) as [number, number]
  const [bare, ours] = (await Promise.all(both.map(figuresOf))) as [Figures, Figures]
  await at.services.jobs.stop()
  await database.close()

  printTable(
    ['one broadcast', 'p50 ms', 'p99 ms', 'most ms', 'processor ms', 'KiB a viewer', 'not arrived'],
    Object.entries({
      bare: { ...bare, cost: bareCost },
      'fan-out': { ...ours, cost: ownCost },
    }).map(([name, { p50, p99, most, cost, kibPerViewer, missing }]) => [
      name,
      p50,
      p99,
      most,
      cost,
      kibPerViewer,
      missing,
    ]),
  )
  console.log(`Meanwhile the registration form answered within ${slow} ms in 99 of 100 cases.`)
  printFigures('board', {
    viewers: VIEWERS,
    p50_ms: ours.p50,
    p99_ms: ours.p99,
    bare_p50_ms: bare.p50,
    bare_p99_ms: bare.p99,
    kib_per_viewer: ours.kibPerViewer,
    form_p99_ms: slow,
    processor_ms: ownCost,
    bare_processor_ms: bareCost,
  })
  if (ours.missing > 0) process.exitCode = 1
} finally {
  for (const child of children) child.kill('SIGKILL')
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** `musubi start` on the same database, for the form. */
async function startWeb(databaseUrl: string): Promise<string> {
  const port = await freePort()
  const environment = {
    PORT: String(port),
    MUSUBI_ORIGIN: `http://localhost:${port}`,
    MUSUBI_DATA: folder,
    MUSUBI_LOG: 'silent',
    MUSUBI_SECRET: SECRET,
    DATABASE_URL: databaseUrl,
  }
  const child = spawn(
    process.execPath,
    [...process.execArgv, join(root, 'app/commandLine/main.ts'), 'start', '--empty'],
    {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  children.push(child)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  while (!said.includes('is ready')) {
    if (child.exitCode !== null) throw new Error('The web process ended.')
    await wait(50)
  }
  return environment.MUSUBI_ORIGIN
}

type Server = { child: ChildProcess; port: number }

async function startServer(file: string, environment: Record<string, string>): Promise<Server> {
  const child = fork(join(import.meta.dirname, 'board', file), {
    env: { ...process.env, ...environment },
    execArgv: [...process.execArgv, '--expose-gc'],
  })
  children.push(child)
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { child, port }
}

/** Asks a child for something; it answers with a message of that name. */
async function asked<Answer>(child: ChildProcess, name: string): Promise<Answer> {
  const answered = new Promise<Answer>((resolve) => {
    const heard = (message: Record<string, unknown>) => {
      if (!(name in message)) return
      child.off('message', heard)
      resolve(message[name] as Answer)
    }
    child.on('message', heard)
  })
  child.send(name)
  return answered
}

/** A server with all its viewers, and how to make it send. */
type Stream = {
  child: ChildProcess
  viewers: ChildProcess
  kibPerViewer: number
  /** Processor time it had spent before the first broadcast. */
  idle: number
  broadcast(): Promise<void>
}

async function bareStream(): Promise<Stream> {
  const server = await startServer('bareServer.ts', { BYTES: String(BYTES) })
  return { ...(await fill(server, '/')), broadcast: async () => void server.child.send('broadcast') }
}

async function ownStream(
  { services }: TestApplication,
  { eventId, operator, slug, board }: TestCeremony,
  databaseUrl: string,
): Promise<Stream> {
  const { signatories } = await board()
  const signatoryId = signatories[0]!.id
  // Whatever stands beside the reason in the part of the board that changes belongs to the bytes.
  const beside = JSON.stringify(signatories).length + 80
  let number = 0
  const broadcast = async () => {
    number += 1
    const text = `${number} `.padEnd(Math.max(10, BYTES - beside), 'x')
    const reason = { original: 'en' as const, text: { en: text } }
    granted(await preventSignatory(services, operator, eventId, { signatoryId, reason }))
  }
  const server = await startServer('fanOutServer.ts', { DATABASE_URL: databaseUrl })
  return { ...(await fill(server, `/ceremonies/${slug}/board/stream`)), broadcast }
}

async function fill({ child, port }: Server, path: string): Promise<Omit<Stream, 'broadcast'>> {
  const before = await asked<number>(child, 'memory')
  const viewers = fork(join(import.meta.dirname, 'board/viewers.ts'), [String(port), path, String(VIEWERS)])
  children.push(viewers)
  await once(viewers, 'message')
  await wait(1000)
  const after = await asked<number>(child, 'memory')
  const idle = await asked<number>(child, 'processor')
  return { child, viewers, kibPerViewer: round((after - before) / 1024 / VIEWERS, 1), idle }
}

async function figuresOf({ child, viewers, kibPerViewer }: Stream): Promise<Figures> {
  const sent = await asked<[number, number][]>(child, 'sent')
  const arrived = await asked<[number, number[]][]>(viewers, 'arrived')
  const began = new Map(sent)
  const waits = arrived.flatMap(([id, times]) => times.map((time) => time - (began.get(id) ?? NaN)))
  const sorted = Float64Array.from(waits).toSorted()
  const share = (part: number) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? NaN)
  const missing = BROADCASTS * VIEWERS - waits.length
  return { p50: share(0.5), p99: share(0.99), most: share(1), kibPerViewer, missing }
}
