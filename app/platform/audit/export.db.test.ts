import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/testDatabase.ts'
import type { Db } from '../db/tables.ts'
import { transaction } from '../db/transaction.ts'
import { anchorHead } from './anchor.ts'
import { compareWithDatabase, verifyExport } from './checkExport.ts'
import { erasePersonal } from './erase.ts'
import { exportActivity } from './export.ts'
import type { Subject } from './link.ts'
import { recordActivity } from './record.ts'

let db: Db
beforeAll(async () => {
  db = (await testDatabase()).db
})

const person = randomUUID()
const at = new Date(Date.UTC(2026, 2, 22))
const service = { name: 'a service', trial: true, stamp: async () => ({ token: new Uint8Array([48, 3]), at }) }

const record = (subject: Subject, number: number) =>
  transaction(db, (tx) =>
    recordActivity(tx, {
      subject,
      verb: 'agreement.revised',
      actor: { person, via: 'session' },
      facts: { number },
      personal: { name: '髙﨑 𠮷子' },
      at,
    }),
  )

async function anchoredChain(rows = 4): Promise<Subject> {
  const subject = { kind: 'agreement', id: randomUUID() }
  for (let number = 1; number <= rows; number++) await record(subject, number)
  await anchorHead(db, subject, service)
  return subject
}

test('an export verifies from its text alone and names its time-stamp', async () => {
  const jsonl = await exportActivity(db, await anchoredChain())
  expect(jsonl).not.toMatch(new RegExp(`髙﨑|${person}`))
  const report = await verifyExport(jsonl)
  expect(report).toMatchObject({ rows: 4, sound: true, findings: [], anchoredTo: { seq: 4, at, trial: true } })
  expect(JSON.parse(jsonl.trim().split('\n').at(-1)!)).toMatchObject({
    head: { seq: 4 },
    anchors: [{ seq: 4, token: 'MAM=' }],
  })
  expect(await verifyExport(jsonl, { checkToken: async () => false })).toMatchObject({ sound: false, anchoredTo: null })
})

test('line ends and a byte order mark that an editor added do no harm', async () => {
  const jsonl = await exportActivity(db, await anchoredChain())
  expect(await verifyExport(`\uFEFF${jsonl.replaceAll('\n', '\r\n')}\r\n`)).toMatchObject({ rows: 4, sound: true })
})

test('with personal values, each is checked, and changing one shows', async () => {
  const jsonl = await exportActivity(db, await anchoredChain(), { personal: true })
  expect(await verifyExport(jsonl)).toMatchObject({ sound: true, findings: [] })
  expect(await verifyExport(jsonl.replace('髙﨑 𠮷子', '高崎 吉子'))).toMatchObject({
    sound: false,
    findings: [{ found: 'commitment-mismatch', seq: 1, name: 'name' }],
  })
})

test('changing any character of any row shows', async () => {
  const jsonl = await exportActivity(db, await anchoredChain(), { personal: true })
  const end = jsonl.trimEnd().lastIndexOf('\n')
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: end - 1 }),
      fc.constantFrom('0', '7', 'a', 'x', '"', '}', ' '),
      async (place, letter) => {
        const changed = jsonl.slice(0, place) + letter + jsonl.slice(place + 1)
        fc.pre(!sameMeaning(changed, jsonl))
        const report = await verifyExport(changed)
        expect('refused' in report || !report.sound).toBe(true)
      },
    ),
    { numRuns: 400 },
  )
})

/** Blanks between tokens mean nothing, and upper-case names that nobody asks about are not read. */
function sameMeaning(a: string, b: string): boolean {
  try {
    const [left, right] = [a, b].map((text) =>
      JSON.stringify(
        text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ),
    )
    return left === right
  } catch {
    return false
  }
}

test('leaving out, doubling or moving lines shows', async () => {
  const jsonl = await exportActivity(db, await anchoredChain())
  const [first, a, b, c, d, last] = jsonl.trim().split('\n')
  const verify = async (...lines: (string | undefined)[]) => {
    const report = await verifyExport(lines.join('\n'))
    return 'refused' in report ? report : report.findings
  }
  expect(await verify(first, a, c, d, last)).toEqual([{ found: 'missing', from: 2, to: 2 }])
  expect(await verify(first, a, b, c, last)).toEqual([
    { found: 'head-differs', noted: 4, last: 3 },
    { found: 'cut-tail', anchored: 4, last: 3 },
  ])
  expect(await verify(first, a, b, b, c, d, last)).toContainEqual({ found: 'duplicate', seq: 2 })
  expect(await verify(first, b, a, c, d, last)).not.toEqual([])
  expect(await verify(first, a, b, c, d)).toEqual({ refused: 'unreadable', line: 5 })
  expect(await verify(a, b, c, d, last)).toEqual({ refused: 'unreadable', line: 1 })
  expect(await verify('')).toEqual({ refused: 'unreadable', line: 1 })
  const other = (await exportActivity(db, await anchoredChain())).split('\n')[0]
  expect(await verify(other, a, b, c, d, last)).toContainEqual({ found: 'foreign', seq: 1 })
})

test('the database may go on after an export, but not forget', async () => {
  const subject = await anchoredChain()
  const jsonl = await exportActivity(db, subject)
  await record(subject, 5)
  expect(await compareWithDatabase(db, jsonl)).toMatchObject({
    agree: true,
    database: { rows: 5 },
    export: { rows: 4 },
  })

  await transaction(db, async (tx) => {
    await sql`alter table activity disable trigger user`.execute(tx)
    await sql`alter table activity_anchor disable trigger user`.execute(tx)
    await sql`delete from activity_anchor where subject_id = ${subject.id}`.execute(tx)
    await sql`delete from activity_personal where activity_id in (select id from activity where subject_id = ${subject.id})`.execute(
      tx,
    )
    await sql`delete from activity where subject_id = ${subject.id}`.execute(tx)
    await sql`delete from activity_head where subject_id = ${subject.id}`.execute(tx)
    await sql`alter table activity enable trigger user`.execute(tx)
    await sql`alter table activity_anchor enable trigger user`.execute(tx)
  })
  expect(await compareWithDatabase(db, jsonl)).toMatchObject({
    agree: false,
    export: { sound: true },
    database: { rows: 0, findings: [{ found: 'cut-tail', anchored: 4, last: 0 }] },
  })
})

test('an export agrees with a database in which somebody was erased since', async () => {
  const subject = await anchoredChain()
  const jsonl = await exportActivity(db, subject)
  await transaction(db, (tx) => erasePersonal(tx, person))
  expect(await compareWithDatabase(db, jsonl)).toMatchObject({ agree: true })
  expect(await verifyExport(await exportActivity(db, subject, { personal: true }))).toMatchObject({ sound: true })
})

test('nothing recorded exports as nothing recorded', async () => {
  const report = await verifyExport(await exportActivity(db, { kind: 'agreement', id: randomUUID() }))
  expect(report).toMatchObject({ rows: 0, head: null, sound: true })
})
