import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { migrations } from '../../../migrations/index.ts'
import { newServerDatabase } from '../../../test/harness/testDatabase.ts'
import { defineJob } from '../jobs/handler.ts'
import { startJobs } from '../jobs/start.ts'
import { getBlob, putBlob } from '../storage/blobs.ts'
import { DatabaseUnreachable, DataDirectoryInUse } from './failures.ts'
import { migrate, type Migration } from './migrate.ts'
import { moveDatabase, MoveMismatch } from './move.ts'
import { type Database, openDatabase } from './open.ts'

/** A table with everything that is awkward to move. */
const awkward: Migration = {
  name: '9001_awkward',
  up: async (db: Kysely<unknown>) => {
    await sql`
      create table "Awkward" (
        id int generated always as identity primary key,
        parent int references "Awkward" deferrable initially deferred,
        amount numeric(20, 4), whole bigint, half float8, day date, instant timestamptz, span interval, "text" text,
        list text[], days date[], document jsonb, bytes bytea, range tstzrange,
        doubled int generated always as (id * 2) stored)`.execute(db)
    await sql`alter table "Awkward" enable row level security`.execute(db)
    await sql`alter table "Awkward" force row level security`.execute(db)
    await sql`create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$`.execute(
      db,
    )
    await sql`
      create trigger append_only before insert or update or delete on "Awkward" for each row
      when (current_setting('musubi.filling', true) is distinct from 'yes') execute function refuse_change()`.execute(
      db,
    )
    await sql`alter table "Awkward" enable always trigger append_only`.execute(db)
  },
}
const all = [...migrations, awkward]
const remind = defineJob({ name: 'test.remind', schema: z.object({ word: z.string() }), work: async () => {} })

const directory = mkdtempSync(join(tmpdir(), 'musubi-move-'))
let sha256: string

/** A data directory that holds rows, files and a waiting job; moving leaves it as it is. */
beforeAll(async () => {
  const database = await openDatabase({ dataDirectory: directory })
  await migrate(database, all)
  sha256 = await fill(database)
  await database.close()
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

async function fill(database: Database): Promise<string> {
  const { db } = database
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('musubi.filling', 'yes', true)`.execute(tx)
    await sql`
      insert into "Awkward" (parent, amount, whole, half, day, instant, span, "text", list, days, document, bytes, range)
      select nullif(2500 - n + 1, n), n / 7.0, 9223372036854775807 - n, n / 3.0::float8, date '2022-03-22' + n, timestamptz '2022-03-22 17:00:00.123456+09' + n * interval '1 hour',
        interval '1 month 2 days 03:04:05.678', E'結び "\\\\" \\n\\t, {}' || n, array['a,b', null, '"', '結'], array[date '2022-03-22'], '{"名": [1, null]}', decode('00ff5c', 'hex'), tstzrange(now(), null)
      from generate_series(1, 2500) as n`.execute(tx)
    await sql`insert into "Awkward" ("text") values (null), ('')`.execute(tx)
  })
  const jobs = await startJobs(database, [remind], { attended: false })
  await jobs.enqueue(db, 'test.remind', { word: 'renew' }, { startAfter: new Date('2030-01-01T00:00:00Z') })
  await jobs.stop()
  return putBlob(
    db,
    new Uint8Array(6_000_000).map((_, at) => at % 251),
    'application/pdf',
  )
}

async function opened(databaseUrl: string): Promise<Database> {
  const database = await openDatabase({ databaseUrl, dataDirectory: null })
  onTestFinished(() => database.close())
  return database
}

const countOf = async ({ db }: Database, table: string) =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n

test('a server that is not there is said before anything is read', async () => {
  await expect(moveDatabase({ from: directory, to: 'postgres://127.0.0.1:1/none', migrations: all })).rejects.toThrow(
    DatabaseUnreachable,
  )
})

test('where there is no database, none is made', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'musubi-move-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  expect(await moveDatabase({ from: directory, to: 'postgres://127.0.0.1:1/none', migrations: all })).toEqual({
    refused: 'nothing-to-move',
  })
  expect(readdirSync(directory)).toEqual([])
})

test.each(['empty', 'migrated'] as const)(
  'everything arrives in a database that is %s, and work goes on',
  async (template) => {
    const to = await newServerDatabase(template)
    const reported: Record<string, number> = {}
    const moved = await moveDatabase({
      from: directory,
      to,
      migrations: all,
      report: ({ table, rows }) => void (reported[table] = rows),
    })
    expect(moved).toMatchObject({ rows: Object.values(reported).reduce((sum, rows) => sum + rows, 0) })
    expect(reported).toMatchObject({ 'public.Awkward': 2502, 'public.blob': 1, 'jobs.job': 1 })

    const target = await opened(to)
    const { db } = target
    expect(await countOf(target, 'Awkward')).toBe(2502)
    expect((await getBlob(db, sha256))?.bytes.byteLength).toBe(6_000_000)
    const row =
      await sql`select whole::text, doubled, "text", list, document, instant::text from "Awkward" where id = 7`.execute(
        db,
      )
    expect(row.rows).toEqual([
      {
        whole: '9223372036854775800',
        doubled: 14,
        text: '結び "\\" \n\t, {}7',
        list: ['a,b', null, '"', '結'],
        document: { 名: [1, null] },
        instant: '2022-03-22 15:00:00.123456+00',
      },
    ])
    const rules = await sql`
    select (select count(*) from pg_constraint where conrelid = '"Awkward"'::regclass and contype = 'f' and convalidated) as keys,
      (select tgenabled::text from pg_trigger where tgname = 'append_only') as trigger,
      (select relforcerowsecurity from pg_class where oid = '"Awkward"'::regclass) as forced`.execute(db)
    expect(rules.rows).toEqual([{ keys: 1, trigger: 'A', forced: true }])
    await sql`select set_config('musubi.filling', 'yes', false), nextval(pg_get_serial_sequence('"Awkward"', 'id'))`.execute(
      db,
    )
    expect(
      (await sql`select last_value from pg_sequences where sequencename = 'Awkward_id_seq'`.execute(db)).rows,
    ).toEqual([{ last_value: 2503 }])

    const jobs = await startJobs(target, [remind], { attended: false })
    await sql`update jobs.job set start_after = now()`.execute(db)
    expect(await jobs.drain()).toEqual({ done: 1, failed: [] })
    await jobs.stop()
    expect(await moveDatabase({ from: directory, to, migrations: all })).toMatchObject({
      refused: 'target-not-empty',
    })
  },
)

test('a database that holds anything is refused and left as it is', async () => {
  const to = await newServerDatabase('empty')
  const target = await opened(to)
  await sql`create table theirs (n int)`.execute(target.db)
  await sql`insert into theirs values (1)`.execute(target.db)
  expect(await moveDatabase({ from: directory, to, migrations: all })).toEqual({
    refused: 'target-not-empty',
    table: 'public.theirs',
  })
  expect((await sql`select to_regclass('public.blob') as blob`.execute(target.db)).rows).toEqual([{ blob: null }])
})

test('when one table does not arrive as it left, nothing arrives', async () => {
  const to = await newServerDatabase()
  const target = await opened(to)
  await migrate(target, all)
  await sql`alter table "Awkward" alter column amount type numeric(20, 1)`.execute(target.db)
  await expect(moveDatabase({ from: directory, to, migrations: all })).rejects.toThrow(MoveMismatch)
  expect(await countOf(target, 'Awkward')).toBe(0)
  expect(await countOf(target, 'blob')).toBe(0)
  const { rows } =
    await sql`select count(*) as n from pg_constraint where conrelid = '"Awkward"'::regclass and contype = 'f'`.execute(
      target.db,
    )
  expect(rows).toEqual([{ n: 1 }])
})

test('nothing is moved from under a running Musubi', async () => {
  const running = await openDatabase({ dataDirectory: directory })
  onTestFinished(() => running.close())
  const move = moveDatabase({ from: directory, to: await newServerDatabase('empty'), migrations: all })
  await expect(move).rejects.toThrow(DataDirectoryInUse)
})
