import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { newTestDatabase, testDatabase } from '../../../test/harness/testDatabase.ts'
import type { Database } from '../db/open.ts'
import type { Db, Tx } from '../db/tables.ts'
import { transaction } from '../db/transaction.ts'
import { anchorHead } from './anchor.ts'
import { activityOf, headOf } from './chain.ts'
import type { Finding } from './check.ts'
import { erasePersonal, erasePersonalValue } from './erase.ts'
import { hashOf, type Subject } from './link.ts'
import { type Activity, recordActivity } from './record.ts'
import { auditAll, verifyChain } from './verify.ts'

let database: Database
let db: Db
beforeAll(async () => {
  database = await testDatabase()
  db = database.db
})

const newSubject = (): Subject => ({ kind: 'agreement', id: randomUUID() })
const start = Date.UTC(2026, 2, 22)

const activity = (subject: Subject, number: number, more: Partial<Activity> = {}): Activity => ({
  subject,
  verb: 'agreement.revised',
  actor: { person: randomUUID(), organisation: randomUUID(), via: 'session' },
  facts: { number },
  at: new Date(start + number * 1000),
  ...more,
})

const record = (...args: Parameters<typeof activity>) => transaction(db, (tx) => recordActivity(tx, activity(...args)))

/** A chain of its own with `rows` rows. */
async function chainOf(rows: number): Promise<Subject> {
  const subject = newSubject()
  for (let number = 1; number <= rows; number++)
    await record(subject, number, { personal: { name: `Person ${number}` } })
  return subject
}

const honest = {
  name: 'a service',
  trial: true,
  stamp: async () => ({ token: new Uint8Array([1]), at: new Date(start) }),
}

/** What somebody can do who owns the tables: nothing holds them back, so the chain has to show it. */
const attack = (work: (tx: Tx) => Promise<unknown>) =>
  transaction(db, async (tx) => {
    await sql`alter table activity disable trigger user`.execute(tx)
    await work(tx)
    await sql`alter table activity enable trigger user`.execute(tx)
  })

const kinds = (findings: Finding[]) => [...new Set(findings.map(({ found }) => found))]

test('a chain that nobody touched is sound', async () => {
  const subject = await chainOf(5)
  const report = await verifyChain(db, subject)
  expect(report).toMatchObject({
    rows: 5,
    sound: true,
    findings: [],
    anchoredTo: null,
    head: await headOf(db, subject),
  })
})

test('whatever facts and names come, they can be checked afterwards', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0') && !value.includes('@'))
  const json = fc.jsonValue({ stringUnit: 'grapheme' }).filter((value) => !/\\u0000|@/.test(JSON.stringify(value)))
  const acts = fc.record({
    verb: text,
    facts: fc.dictionary(text, json, { maxKeys: 4 }),
    personal: fc.dictionary(
      text,
      fc.string().map((value) => value.replaceAll('\0', '')),
      { maxKeys: 3 },
    ),
    at: fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2999-12-31') }),
    person: fc.option(fc.uuid()),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 4 }), async (list) => {
      const subject = newSubject()
      for (const { verb, facts, personal, at, person } of list) {
        await record(subject, 0, {
          verb,
          facts: facts as Activity['facts'],
          personal,
          at,
          actor: { person, via: 'token' },
        })
      }
      expect((await verifyChain(db, subject)).findings).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('twenty writers at once leave no gap', async () => {
  const subject = newSubject()
  const seqs = await Promise.all(Array.from({ length: 20 }, (_, number) => record(subject, number)))
  expect(seqs.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  )
  expect(await verifyChain(db, subject)).toMatchObject({ rows: 20, sound: true })
})

test('an act that is undone leaves no row and no gap', async () => {
  const subject = await chainOf(1)
  const undone = transaction(db, async (tx) => {
    await recordActivity(tx, activity(subject, 2))
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect((await record(subject, 3)).seq).toBe(2)
  expect(await verifyChain(db, subject)).toMatchObject({ rows: 2, sound: true })
})

test('mistakes that would put personal data into the chain are refused', async () => {
  const subject = newSubject()
  await expect(record(subject, 1, { facts: { list: [{ to: 'someone@example.org' }] } })).rejects.toThrow(TypeError)
  const person = randomUUID()
  const actor = { person, via: 'session' as const }
  await expect(record(subject, 1, { actor, facts: { by: [person] } })).rejects.toThrow(TypeError)
  await expect(record(subject, 1, { personal: { actor: 'someone' } })).rejects.toThrow(TypeError)
  expect(await headOf(db, subject)).toBeNull()
})

describe('the seat belt', () => {
  test.each(['update activity set verb = verb', 'delete from activity', 'truncate activity cascade'])(
    'refuses: %s',
    async (statement) => {
      await chainOf(1)
      await expect(sql.raw(statement).execute(db)).rejects.toThrow('append-only')
    },
  )

  test('covers the anchors', async () => {
    await anchorHead(db, await chainOf(1), honest)
    await expect(sql`delete from activity_anchor`.execute(db)).rejects.toThrow('append-only')
  })
})

describe('an attacker who owns the tables', () => {
  const changes = {
    verb: sql`'agreement.signed'`,
    at: sql`at + interval '1 millisecond'`,
    facts: sql`'{"number": 99}'::jsonb`,
    actor_via: sql`'system'`,
    actor_organisation_id: sql`gen_random_uuid()`,
    commitments: sql`'{}'::jsonb`,
    previous: sql`decode(repeat('ab', 32), 'hex')`,
    hash: sql`decode(repeat('ab', 32), 'hex')`,
  }

  test('cannot alter any column of any row unseen', async () => {
    const column = fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[]))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.nat(), column, async (rows, pick, name) => {
        const subject = await chainOf(rows)
        const seq = (pick % rows) + 1
        await attack((tx) =>
          sql`update activity set ${sql.ref(name)} = ${changes[name]} where subject_id = ${subject.id} and seq = ${seq}`.execute(
            tx,
          ),
        )
        const { sound, findings } = await verifyChain(db, subject)
        expect(sound).toBe(false)
        expect(findings).toContainEqual({ found: 'altered', seq })
      }),
      { numRuns: 20 },
    )
  })

  test('cannot remove any row unseen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.nat(), async (rows, pick) => {
        const subject = await chainOf(rows)
        const seq = (pick % rows) + 1
        await attack(async (tx) => {
          await sql`delete from activity_personal where activity_id in (select id from activity where subject_id = ${subject.id} and seq = ${seq})`.execute(
            tx,
          )
          await sql`delete from activity where subject_id = ${subject.id} and seq = ${seq}`.execute(tx)
        })
        const { findings } = await verifyChain(db, subject)
        expect(findings).toContainEqual(
          seq === rows
            ? { found: 'head-differs', noted: rows, last: rows - 1 }
            : { found: 'missing', from: seq, to: seq },
        )
      }),
      { numRuns: 12 },
    )
  })

  test('cannot put rows into another order unseen', async () => {
    const orders = fc
      .integer({ min: 2, max: 6 })
      .chain((rows) =>
        fc.shuffledSubarray(
          Array.from({ length: rows }, (_, index) => index + 1),
          { minLength: rows },
        ),
      )
      .filter((order) => order.some((seq, index) => seq !== index + 1))
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const subject = await chainOf(order.length)
        await attack(async (tx) => {
          await sql`update activity set seq = seq + 1000 where subject_id = ${subject.id}`.execute(tx)
          for (const [index, seq] of order.entries()) {
            await sql`update activity set seq = ${seq} where subject_id = ${subject.id} and seq = ${1001 + index}`.execute(
              tx,
            )
          }
        })
        const { findings } = await verifyChain(db, subject)
        const moved = order.flatMap((seq, index) =>
          seq === index + 1 ? [] : [{ found: 'reordered', seq, belongsAt: index + 1 }],
        )
        expect(findings).toEqual(expect.arrayContaining(moved))
        expect(kinds(findings)).not.toContain('altered')
      }),
      { numRuns: 10 },
    )
  })

  test('cannot slip a row in unseen, even one whose own hash is right', async () => {
    const subject = await chainOf(4)
    await attack(async (tx) => {
      const at = new Date(start)
      const rows = await sql<{
        hash: Uint8Array
      }>`select hash from activity where subject_id = ${subject.id} and seq = 2`.execute(tx)
      const previous = Buffer.from(rows.rows[0]!.hash)
      const id = randomUUID()
      const actor = { organisation: null, via: 'system' as const }
      const hash = hashOf({
        id,
        subject,
        seq: 3,
        at: at.toISOString(),
        verb: 'v',
        actor,
        facts: {},
        commitments: {},
        previous: previous.toString('hex'),
      })
      for (const seq of [4, 3])
        await sql`update activity set seq = seq + 1 where subject_id = ${subject.id} and seq = ${seq}`.execute(tx)
      await sql`insert into activity values (${id}, ${subject.kind}, ${subject.id}, 3, ${at}, 'v', null, 'system', '{}'::jsonb, '{}'::jsonb, ${previous}, ${Buffer.from(hash, 'hex')})`.execute(
        tx,
      )
    })
    const { findings } = await verifyChain(db, subject)
    expect(findings).toEqual([
      { found: 'reordered', seq: 4, belongsAt: 3 },
      { found: 'reordered', seq: 5, belongsAt: 4 },
      { found: 'head-differs', noted: 4, last: 5 },
    ])
  })

  test('who recomputes one row breaks the link to the next', async () => {
    const subject = await chainOf(3)
    await attack((tx) => rewrite(tx, subject, 2, 2))
    expect((await verifyChain(db, subject)).findings).toEqual([{ found: 'broken-link', seq: 3 }])
  })

  test('who recomputes everything after it is found at an anchor', async () => {
    const subject = await chainOf(4)
    expect(await anchorHead(db, subject, honest)).toMatchObject({ anchored: { seq: 4 } })
    await record(subject, 5)
    await attack((tx) => rewrite(tx, subject, 2, 5))
    expect((await verifyChain(db, subject)).findings).toEqual([{ found: 'recomputed', seq: 4 }])
  })

  test('who recomputes it and throws the anchors away is found by a head from outside', async () => {
    const subject = await chainOf(4)
    const known = (await headOf(db, subject))!
    await attack((tx) => rewrite(tx, subject, 2, 4))
    // What the mechanism page says: without anything outside, this cannot be seen.
    expect((await verifyChain(db, subject)).sound).toBe(true)
    expect((await verifyChain(db, subject, { anchors: [known] })).findings).toEqual([{ found: 'recomputed', seq: 4 }])
  })

  test('who cuts the tail, head and all, is found at an anchor', async () => {
    const subject = await chainOf(4)
    await anchorHead(db, subject, honest)
    await attack(async (tx) => {
      await sql`delete from activity_personal where activity_id in (select id from activity where subject_id = ${subject.id} and seq > 2)`.execute(
        tx,
      )
      await sql`delete from activity where subject_id = ${subject.id} and seq > 2`.execute(tx)
      await sql`update activity_head set seq = 2, hash = (select hash from activity where subject_id = ${subject.id} and seq = 2) where subject_id = ${subject.id}`.execute(
        tx,
      )
    })
    const report = await verifyChain(db, subject)
    expect(report).toMatchObject({
      rows: 2,
      sound: false,
      anchoredTo: null,
      findings: [{ found: 'cut-tail', anchored: 4, last: 2 }],
    })
  })

  test('who changes, swaps or invents a name is found by its commitment', async () => {
    const subject = await chainOf(2)
    const [second] = await activityOf(db, subject)
    await sql`update activity_personal set value = 'Somebody else' where activity_id = ${second!.id} and name = 'name'`.execute(
      db,
    )
    await sql`insert into activity_personal values (${second!.id}, 'office', null, decode(repeat('00', 16), 'hex'), 'Director')`.execute(
      db,
    )
    expect((await verifyChain(db, subject)).findings).toEqual([
      { found: 'commitment-mismatch', seq: 2, name: 'name' },
      { found: 'uncommitted', seq: 2, name: 'office' },
    ])
  })
})

/** Changes the verb of row `from` and makes all hashes up to row `to` right again, the head too: what no chain alone can show. */
async function rewrite(tx: Tx, subject: Subject, from: number, to: number): Promise<void> {
  const rows = await tx.selectFrom('activity').selectAll().where('subject_id', '=', subject.id).orderBy('seq').execute()
  let previous = Buffer.from(rows[from - 2]!.hash).toString('hex')
  for (const row of rows.slice(from - 1, to)) {
    const verb = row.seq === from ? 'agreement.forged' : row.verb
    const actor = { organisation: row.actor_organisation_id, via: row.actor_via }
    const { id, seq, facts, commitments } = row
    const hash = hashOf({ id, subject, seq, at: row.at.toISOString(), verb, actor, facts, commitments, previous })
    await tx
      .updateTable('activity')
      .set({ verb, previous: Buffer.from(previous, 'hex'), hash: Buffer.from(hash, 'hex') })
      .where('id', '=', id)
      .execute()
    if (seq === rows.length)
      await sql`update activity_head set hash = ${Buffer.from(hash, 'hex')} where subject_id = ${subject.id}`.execute(
        tx,
      )
    previous = hash
  }
}

describe('erasing', () => {
  test('takes the values, the salts and the link to the person, and leaves the chain whole', async () => {
    const subject = newSubject()
    const [erased, other] = [randomUUID(), randomUUID()]
    await record(subject, 1, { actor: { person: erased, via: 'session' }, personal: { name: 'Erased Person' } })
    await record(subject, 2, {
      actor: { person: other, via: 'session' },
      personal: { signatory: { value: erased, of: erased }, name: 'Other Person' },
    })
    const before = await headOf(db, subject)

    expect(await transaction(db, (tx) => erasePersonal(tx, erased))).toBe(3)

    const report = await verifyChain(db, subject)
    expect(report).toMatchObject({ sound: true, head: before })
    expect(report.findings.map((finding) => JSON.stringify(finding)).toSorted()).toEqual(
      [
        { found: 'erased', seq: 1, name: 'actor' },
        { found: 'erased', seq: 1, name: 'name' },
        { found: 'erased', seq: 2, name: 'signatory' },
      ].map((finding) => JSON.stringify(finding)),
    )
    const left = await sql<{ text: string }>`
      select row_to_json(activity)::text as text from activity where subject_id = ${subject.id}
      union all select row_to_json(activity_personal)::text from activity_personal where activity_id in (select id from activity where subject_id = ${subject.id})`.execute(
      db,
    )
    expect(left.rows.map(({ text }) => text).join()).not.toMatch(new RegExp(`${erased}|Erased Person`))
    expect(await activityOf(db, subject)).toMatchObject([
      { seq: 2, actor: { person: other }, personal: { name: 'Other Person' } },
      { seq: 1, actor: { person: null }, personal: {} },
    ])
  })

  test('works by value for somebody without an account', async () => {
    const subject = newSubject()
    const address = `${randomUUID()}@example.org`
    await record(subject, 1, { personal: { invited: { value: address, of: null } } })
    expect(await transaction(db, (tx) => erasePersonalValue(tx, address))).toBe(1)
    expect((await verifyChain(db, subject)).findings).toEqual([{ found: 'erased', seq: 1, name: 'invited' }])
  })
})

describe('anchoring', () => {
  test('stamps a head once, says when there is nothing or nobody answers, and never inside a transaction', async () => {
    const subject = newSubject()
    expect(await anchorHead(db, subject, honest)).toEqual({ refused: 'nothing-recorded' })
    const { hash } = await record(subject, 1)
    const down = { ...honest, stamp: async () => ({ failed: 'unreachable', detail: 'no answer' }) }
    expect(await anchorHead(db, subject, down)).toEqual({ failed: 'unreachable', detail: 'no answer' })

    const asked: string[] = []
    const listening = {
      ...honest,
      stamp: (sha256: Uint8Array) => {
        asked.push(Buffer.from(sha256).toString('hex'))
        return honest.stamp()
      },
    }
    expect(await anchorHead(db, subject, listening)).toMatchObject({ anchored: { seq: 1, hash } })
    expect(await anchorHead(db, subject, listening)).toMatchObject({ already: { seq: 1, hash } })
    expect(asked).toEqual([hash])
    await expect(transaction(db, (tx) => anchorHead(tx, subject, listening))).rejects.toThrow(TypeError)
  })

  test('a token that does not verify is named, and carries nothing', async () => {
    const subject = await chainOf(2)
    await anchorHead(db, subject, honest)
    const believed = await verifyChain(db, subject, { checkToken: async () => true })
    expect(believed).toMatchObject({ sound: true, anchoredTo: { seq: 2, service: 'a service', trial: true } })
    const doubted = await verifyChain(db, subject, { checkToken: async () => false })
    expect(doubted).toMatchObject({ sound: false, anchoredTo: null, findings: [{ found: 'anchor-unproven', seq: 2 }] })
  })
})

test('the whole database is audited chain by chain, those with no row left too', async () => {
  const own = await newTestDatabase()
  try {
    const write = (subject: Subject, number: number) =>
      transaction(own.db, (tx) => recordActivity(tx, activity(subject, number)))
    const [good, bad, gone] = [newSubject(), newSubject(), newSubject()]
    for (const subject of [good, bad, gone]) for (const number of [1, 2]) await write(subject, number)
    await anchorHead(own.db, good, honest)
    await sql`alter table activity disable trigger user`.execute(own.db)
    await sql`update activity set verb = 'x' where subject_id = ${bad.id} and seq = 1`.execute(own.db)
    await sql`delete from activity_personal where activity_id in (select id from activity where subject_id = ${gone.id})`.execute(
      own.db,
    )
    await sql`delete from activity where subject_id = ${gone.id}`.execute(own.db)
    const audit = await auditAll(own.db)
    expect(audit).toMatchObject({ chains: 3, rows: 4, unanchored: 1 })
    const byId = new Map(audit.unsound.map((report) => [report.subject.id, report.findings]))
    expect(byId.get(bad.id)).toEqual([{ found: 'altered', seq: 1 }])
    expect(byId.get(gone.id)).toEqual([{ found: 'head-differs', noted: 2, last: 0 }])
    expect(byId.size).toBe(2)
  } finally {
    await own.close()
  }
})
