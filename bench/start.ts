// `npm run bench:start`: from `npm start` to a page that is served. Cold: nothing there yet, the demonstration is loaded. Warm: a second
// start on the same data. Embedded, and on PostgreSQL where it is installed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../app/main.ts'
import { freePort } from '../test/harness/freePort.ts'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { median, printFigures, printTable, processorTime, round } from './measuring.ts'

const WARM_STARTS = 3

/** Milliseconds until the first page, and the processor time spent until then. */
type Start = { ready: number; processor: number | null }
type Figures = { cold: Start; warm: Start }

const figures: { embedded: Figures; server?: Figures } = { embedded: await measure('') }
const binaries = findPostgres()
if (binaries) {
  const server = await startPostgres(binaries)
  try {
    figures.server = await measure(server.url)
  } finally {
    await server.stop()
  }
} else console.log('PostgreSQL is not installed (Debian: postgresql): only the embedded database is measured.')

printTable(
  ['from `npm start` to the first page', 'cold ms', 'warm ms', 'warm processor ms'],
  Object.entries(figures).map(([database, { cold, warm }]) => [
    database,
    cold.ready,
    warm.ready,
    warm.processor ?? '-',
  ]),
)
printFigures('start', figures)

async function measure(databaseUrl: string): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'))
  try {
    const cold = await startOnce(folder, databaseUrl)
    const warm: Start[] = []
    for (let i = 0; i < WARM_STARTS; i++) warm.push(await startOnce(folder, databaseUrl))
    const processor = warm.map((start) => start.processor ?? NaN)
    return {
      cold,
      warm: {
        ready: median(warm.map((start) => start.ready)),
        processor: Number.isNaN(processor[0]) ? null : median(processor),
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startOnce(folder: string, databaseUrl: string): Promise<Start> {
  const port = await freePort()
  const { MUSUBI_ORIGIN: _, ...environment } = process.env
  const settings = { PORT: String(port), MUSUBI_DATA: folder, MUSUBI_LOG: 'silent', DATABASE_URL: databaseUrl }
  const npm = process.env['npm_execpath']
  const [command, ...args] = npm ? [process.execPath, npm, 'start', '--', '--demo'] : ['npm', 'start', '--', '--demo']
  const began = performance.now()
  // A group of its own: npm does not hand every signal on.
  const child = spawn(command, args, {
    cwd: root,
    env: { ...environment, ...settings },
    stdio: 'ignore',
    detached: true,
  })
  try {
    await untilServed(`http://localhost:${port}/en`, child)
    return { ready: round(performance.now() - began), processor: processorTime(child.pid!) }
  } finally {
    await stopGroup(child)
  }
}

async function untilServed(address: string, child: ChildProcess): Promise<void> {
  for (;;) {
    const page = await fetch(address).catch(() => null)
    if (page?.ok) return void (await page.text())
    if (child.exitCode !== null) throw new Error(`Musubi ended with ${child.exitCode} before it served a page.`)
    await wait(10)
  }
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode) return
  const ended = once(child, 'exit')
  process.kill(-child.pid!, 'SIGTERM')
  await ended
  await untilGone(child.pid!)
}

/** npm may end before the process that it started has closed its database. */
async function untilGone(group: number): Promise<void> {
  for (;;) {
    try {
      process.kill(-group, 0)
    } catch {
      return
    }
    await wait(20)
  }
}
