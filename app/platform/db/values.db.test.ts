import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/testDatabase.ts'
import { json } from './values.ts'

test('values arrive alike from both databases', async () => {
  const { db } = await testDatabase()
  const { rows } = await sql`
    select 9007199254740991::bigint as whole, 12345678901234567890.10::numeric as exact, '2022-03-22'::date as day,
      '2022-03-22 17:00:00.123456+09'::timestamptz as instant, '2022-03-22 17:00'::timestamp as wall, '17:00'::time as time,
      '{"a":[1,"結び"]}'::jsonb as json, '\\x00ff10'::bytea as bytes, true as yes, 1.5::float8 as half,
      '1 year 2 days'::interval as span, '00000000-0000-7000-8000-000000000001'::uuid as id,
      array['a,b','c"d',null]::text[] as texts, array['2022-03-22']::date[] as days, array[1,2]::bigint[] as numbers,
      array['{"a":1}']::jsonb[] as documents, '0044-03-15 12:00:00+00'::timestamptz as old`.execute(db)
  expect(rows[0]).toStrictEqual({
    whole: 9007199254740991,
    exact: '12345678901234567890.10',
    day: '2022-03-22',
    instant: new Date('2022-03-22T08:00:00.123Z'),
    wall: '2022-03-22 17:00:00',
    time: '17:00:00',
    json: { a: [1, '結び'] },
    bytes: new Uint8Array([0, 255, 16]),
    yes: true,
    half: 1.5,
    span: '1 year 2 days',
    id: '00000000-0000-7000-8000-000000000001',
    texts: ['a,b', 'c"d', null],
    days: ['2022-03-22'],
    numbers: [1, 2],
    documents: [{ a: 1 }],
    old: new Date('0044-03-15T12:00:00Z'),
  })
})

test('a whole number that JavaScript would round is refused', async () => {
  const { db } = await testDatabase()
  await expect(sql`select 9007199254740993::bigint`.execute(db)).rejects.toThrow(RangeError)
})

test('values go in alike', async () => {
  const { db } = await testDatabase()
  const bytes = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
  const { rows } = await sql`
    select ${bytes}::bytea as bytes, ${json(['a'])} as list, ${json('text')} as text, ${{ a: 1 }}::jsonb as object,
      ${new Date('2022-03-22T08:00:00Z')}::timestamptz as instant, ${'2022-03-22'}::date as day,
      ${'b'} = any(${['a', 'b']}::text[]) as within`.execute(db)
  expect(rows[0]).toStrictEqual({
    bytes: new Uint8Array([2, 3]),
    list: ['a'],
    text: 'text',
    object: { a: 1 },
    instant: new Date('2022-03-22T08:00:00Z'),
    day: '2022-03-22',
    within: true,
  })
})

test('a bare list for a json column fails on both, not on one', async () => {
  const { db } = await testDatabase()
  await expect(sql`select ${['a']}::jsonb`.execute(db)).rejects.toThrow(/json/)
})

/** PostgreSQL text holds every character but NUL. */
const text = fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', ''))
const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })

test('whatever goes in comes out', async () => {
  const { db } = await testDatabase()
  const record = fc.record({
    text,
    bytes: fc.uint8Array(),
    instant: day,
    date: day.map((date) => date.toISOString().slice(0, 10)),
    whole: fc.maxSafeInteger(),
    half: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    texts: fc.array(fc.option(text)),
    document: fc.array(
      fc.dictionary(text, fc.oneof(text, fc.boolean(), fc.integer(), fc.constant(null)), { noNullPrototype: true }),
    ),
  })
  const roundTrip = fc.asyncProperty(record, async (value) => {
    const { rows } = await sql`
      select ${value.text}::text as text, ${value.bytes}::bytea as bytes, ${value.instant}::timestamptz as instant,
        ${value.date}::date as date, ${value.whole}::bigint as whole, ${value.half}::float8 as half,
        ${value.texts}::text[] as texts, ${json(value.document)} as document`.execute(db)
    expect(rows[0]).toEqual(value)
  })
  await fc.assert(roundTrip, { numRuns: 100 })
})
