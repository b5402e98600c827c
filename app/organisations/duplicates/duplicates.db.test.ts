import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCluster } from '../../../test/factories/members.ts'
import { makePerson, makeRole, type MadePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { makeAlliance, scopeOf, type TestParty } from '../../agreements/testing/alliance.ts'
import { locales } from '../../language/locales.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { uploadList } from '../import/uploading.ts'
import { listCluster } from '../lists.ts'
import { writePart } from '../members/writing.ts'
import { carried, takeRows } from './carrying.ts'
import { decideDuplicate, type Answer } from './deciding.ts'
import { lookForDuplicates } from './looking.ts'
import { openPairs } from './queries.ts'

let at: TestApplication
let home: TestParty
let partner: TestParty
let cluster: { id: string; slug: string }
let stranger: MadePerson
let scope: Awaited<ReturnType<typeof scopeOf>>

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  const alliance = await makeAlliance(at, 2)
  ;[home, partner] = alliance.parties as [TestParty, TestParty]
  cluster = await makeCluster(at.db, home)
  stranger = await makePerson(at.db)
  scope = await scopeOf(at, home.coordinator)
})

/** Word of their own for each test: the databases are shared. */
const word = () => cluster.slug.replaceAll(/\W/g, '')
const rows = () =>
  `Number;Name;Country;City;Website;Description\nA-1;Demo ${word()} Arzneimittel GmbH;Germany;Köln;;\nB-2;DEMO ${word()} ARNEIMITTEL G.m.b.H.;Germany;Cologne;demo-${word()}.example;Pumps\n`

/** A list, uploaded and applied. @returns what was counted */
async function bring(text: string, into = cluster, by = home): Promise<unknown> {
  const cookie = await at.signIn(by.coordinator)
  const mine = await scopeOf(at, by.coordinator)
  const bytes = new TextEncoder().encode(text)
  const list = (await listCluster(at.db, mine, into.slug))!
  const upload = await uploadList(at.services, mine, list, { fileName: 'members.csv', bytes, language: 'en' })
  if (!('id' in upload)) throw new Error(upload.refused)
  const sent = `/en/imports/${into.slug}/${upload.id}`
  const page = await (await at.get(sent, { cookie })).text()
  const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
  await at.post(`${sent}/application`, { seen, basedOn: '1' }, { cookie })
  const { counts } = await at.db
    .selectFrom('import_act')
    .select('counts')
    .where('cluster_id', '=', into.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return counts
}

const here = async () => (await listCluster(at.db, scope, cluster.slug))!
const pairs = async () => openPairs(at.db, scope, await here(), at.services.clock.now(), 0)
const decide = async (proposalId: string, answer: Answer) =>
  decideDuplicate(at.services, scope, await here(), { proposalId, answer })
const stored = async (...ids: string[]) => {
  const all = []
  for (const id of ids) all.push(await transaction(at.db, (tx) => takeRows(tx, id)))
  return all
}

async function onePair() {
  await bring(rows())
  await lookForDuplicates(at.services)
  const [pair, ...more] = await pairs()
  expect(more).toEqual([])
  return pair!
}

describe('members entered twice', () => {
  test('are shown with reasons in five languages to their office alone, merged, and merged no more', async () => {
    const pair = await onePair()
    expect(pair.reasons).toContain('near-name')
    const path = `duplicates/${cluster.slug}`
    const cookie = await at.signIn(home.coordinator)
    for (const locale of locales) {
      const text = await (await at.get(`/${locale}/${path}`, { cookie })).text()
      expect(text).toContain('G.m.b.H.')
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
    const closed = await at.signIn(stranger)
    expect((await at.get(`/en/${path}`, { cookie: closed })).status).toBe(404)
    expect((await at.post(`/en/${path}/${pair.id}`, { answer: 'keep-one' }, { cookie: closed })).status).toBe(404)
    const before = await stored(pair.one.id, pair.other.id)

    const merged = await at.post(`/en/${path}/${pair.id}`, { answer: 'keep-one' }, { cookie })
    expect(merged.headers.get('location')).toContain('done=keep-one')
    const old = await at.get(`/en/members/${pair.other.slug}`, { cookie })
    expect([old.status, old.headers.get('location')]).toEqual([302, `/en/members/${pair.one.slug}`])
    const member = await (await at.get(`/en/members/${pair.one.slug}`, { cookie })).text()
    expect(member).toContain('Pumps')
    expect(member).toContain(`demo-${word()}.example`)
    expect(await pairs()).toEqual([])

    const undone = await at.post(`/en/${path}/${pair.id}`, { answer: 'reopen' }, { cookie })
    expect(undone.headers.get('location')).toContain('done=reopen')
    expect(await stored(pair.one.id, pair.other.id)).toEqual(before)
    expect(await pairs()).toHaveLength(1)
  })

  test('come back by no list once they are one', async () => {
    const pair = await onePair()
    expect(await decide(pair.id, 'keep-other')).toEqual({ decided: 'keep-other', kept: 0 })
    const before = (await stored(pair.other.id))[0]!.organisation
    expect(await bring(rows())).toMatchObject({ created: 0, unchanged: 1, 'left-out': 1 })
    expect((await stored(pair.other.id))[0]!.organisation).toEqual(before)
    // Without numbers they are known by their names.
    expect(await bring(rows().replace('Number;', 'Comment;'))).toMatchObject({ created: 0 })
    await lookForDuplicates(at.services)
    expect(await pairs()).toEqual([])
  })

  test('what was written since a merge stays when it is undone', async () => {
    const pair = await onePair()
    // The one without a profile stays, and gets that of the other.
    const isOne = pair.one.parts.length === 0
    await decide(pair.id, isOne ? 'keep-one' : 'keep-other')
    const [kept, gone] = isOne ? [pair.one, pair.other] : [pair.other, pair.one]
    const written = await writePart(at.services, scope, {
      organisationId: kept.id,
      group: 'about',
      content: { description: { original: 'en', text: { en: 'Corrected' } }, size: null, founded: null },
      visibility: 'public',
    })
    expect(written).toHaveProperty('revision')
    expect(await decide(pair.id, 'reopen')).toEqual({ decided: 'reopen', kept: 1 })
    const [left, back] = await stored(kept.id, gone.id)
    expect(JSON.stringify(left)).toContain('Corrected')
    expect(JSON.stringify(back)).toContain('Pumps')
  })

  test('two that are not the same are not asked about again, unless somebody wants to', async () => {
    const pair = await onePair()
    expect(await decide(pair.id, 'not-the-same')).toMatchObject({ decided: 'not-the-same' })
    expect(await decide(pair.id, 'keep-one')).toEqual({ refused: 'decided-already' })
    await lookForDuplicates(at.services)
    expect(await pairs()).toEqual([])
    await decide(pair.id, 'reopen')
    expect(await pairs()).toHaveLength(1)
    expect(await decide(pair.id, 'reopen')).toEqual({ refused: 'not-decided' })
  })

  test('an entry that people or another office hold does not go', async () => {
    const pair = await onePair()
    const account = await makePerson(at.db)
    await makeRole(at.db, account, 'member', pair.other.id)
    expect(await decide(pair.id, 'keep-one')).toEqual({ refused: 'in-use' })
    expect(await decide(pair.id, 'keep-other')).toMatchObject({ decided: 'keep-other' })
    await decide(pair.id, 'reopen')
    // The other cluster takes one of the two onto its own list.
    const elsewhere = await makeCluster(at.db, partner)
    const [, first] = rows().split('\n')
    await bring(`Number;Name;Country;City;Website;Description\n${first}\n`, elsewhere, partner)
    const [open] = await pairs()
    expect(open?.mayMerge).toBe(false)
    for (const answer of ['keep-one', 'keep-other'] as const)
      expect(await decide(pair.id, answer)).toEqual({ refused: 'not-both-yours' })
  })

  test('of two who decide at once the second is told', async () => {
    const pair = await onePair()
    const both = await Promise.all([decide(pair.id, 'keep-one'), decide(pair.id, 'keep-other')])
    expect(both.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'decided-already' }])
  })
})

test('every table that goes with an entry comes back with it', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confdeltype = 'c'
      and confrelid in ('organisation'::regclass, 'member_profile'::regclass)`.execute(at.db)
  const known: readonly string[] = carried.map(([table]) => table)
  expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
})
