import { type ChildProcess, spawn } from 'node:child_process'
import fs, { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { DataDirectoryInUse } from './failures.ts'
import { takeLock } from './lock.ts'
import { openDatabase } from './open.ts'

const directories: string[] = []
afterAll(() => directories.forEach((directory) => rmSync(directory, { recursive: true, force: true })))

function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'musubi-data-'))
  directories.push(directory)
  return directory
}

/** Starts the writer, lets it be acknowledged `rows` times and kills it as a power switch would. */
async function writeAndKill(
  directory: string,
  rows: number,
  before?: (child: ChildProcess) => Promise<void>,
): Promise<number[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'fixtures/writer.ts'), directory],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let said = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    const begun = said !== ''
    said += text
    if (!begun) await before?.(child)
    if (said.split('\n').length > rows) child.kill('SIGKILL')
  }
  await ended
  // A last line without its end was cut off by the kill: nobody was told it.
  return said.split('\n').slice(0, -1).map(Number)
}

test('killed again and again, nothing that was acknowledged is lost, and no second process gets in', async () => {
  const directory = newDirectory()
  const acknowledged = new Set<number>()
  for (const rows of [5, 40, 150, 1]) {
    const numbers = await writeAndKill(directory, rows, async (child) => {
      const second = await openDatabase({ dataDirectory: directory }).catch((error: unknown) => error)
      expect(second).toBeInstanceOf(DataDirectoryInUse)
      expect(second).toMatchObject({ pid: child.pid, path: directory })
    })
    expect(numbers.length).toBeGreaterThanOrEqual(rows)
    for (const number of numbers) acknowledged.add(number)
  }
  const database = await openDatabase({ dataDirectory: directory })
  onTestFinished(() => database.close())
  const { rows } = await sql<{ n: number }>`select n from written`.execute(database.db)
  const kept = new Set(rows.map(({ n }) => n))
  expect([...acknowledged].filter((number) => !kept.has(number))).toEqual([])
})

test('every commit is synced to disk, and reading is not', async () => {
  const database = await openDatabase({ dataDirectory: newDirectory() })
  onTestFinished(() => database.close())
  await sql`create table t (n int)`.execute(database.db)
  const synced = countSyncs()
  for (let n = 0; n < 10; n++) await sql`insert into t values (${n})`.execute(database.db)
  expect(synced()).toBeGreaterThanOrEqual(10)
  const before = synced()
  await sql`select count(*) from t`.execute(database.db)
  expect(synced()).toBe(before)
})

function countSyncs(): () => number {
  const original = fs.fsyncSync
  let count = 0
  fs.fsyncSync = (descriptor) => {
    count++
    original(descriptor)
  }
  syncBuiltinESMExports()
  onTestFinished(() => {
    fs.fsyncSync = original
    syncBuiltinESMExports()
  })
  return () => count
}

test('closing gives the directory back', async () => {
  const directory = newDirectory()
  const first = await openDatabase({ dataDirectory: directory })
  await expect(openDatabase({ dataDirectory: directory })).rejects.toThrow(DataDirectoryInUse)
  await sql`create table kept (n int)`.execute(first.db)
  await first.close()
  const second = await openDatabase({ dataDirectory: directory })
  await sql`select from kept`.execute(second.db)
  await second.close()
  expect(existsSync(join(directory, 'lock'))).toBe(false)
})

test('files left by a start that never finished are made anew', async () => {
  const directory = newDirectory()
  fs.mkdirSync(join(directory, 'database'))
  writeFileSync(join(directory, 'database', 'PG_VERSION'), '18\n')
  const database = await openDatabase({ dataDirectory: directory })
  expect(await database.health()).toMatchObject({ ok: true })
  await database.close()
})

test('locks of the dead are taken over, those of the living are not', () => {
  const directory = newDirectory()
  const path = join(directory, 'lock')
  takeLock(directory).release()
  const mine = takeLock(directory)
  const written = JSON.parse(readFileSync(path, 'utf8')) as { pid: number; started: string; where: string }
  const leave = (holder: object) => writeFileSync(path, JSON.stringify({ ...written, token: 'another', ...holder }))
  const taken = () => {
    takeLock(directory).release()
    return true
  }

  leave({ pid: 2 ** 22 - 1 })
  expect(taken(), 'no such process').toBe(true)
  leave({ started: '1' })
  expect(taken(), 'its number went to a younger process').toBe(process.platform === 'linux')
  leave({ pid: process.ppid, started: '' })
  expect(taken, 'a living process').toThrow(DataDirectoryInUse)
  leave({ where: 'another container', pid: 1 })
  expect(taken, 'touched a moment ago by another machine').toThrow(DataDirectoryInUse)
  fs.utimesSync(path, new Date(Date.now() - 120_000), new Date(Date.now() - 120_000))
  expect(taken(), 'not touched by another machine for two minutes').toBe(true)
  mine.release()
})
