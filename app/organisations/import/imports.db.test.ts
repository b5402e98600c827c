import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCluster } from '../../../test/factories/members.ts'
import { makePerson, type MadePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../test/harness/application.ts'
import { makeAlliance, scopeOf, type TestParty } from '../../agreements/testing/alliance.ts'
import { locales } from '../../language/locales.ts'
import { applyImport } from './applying.ts'
import { forgetFiles } from './forgetting.ts'
import { latestAct, memberImport } from './queries.ts'
import { readTable } from './reading/reading.ts'
import { undoImport } from './undoing.ts'
import { uploadList } from './uploading.ts'
import { listCluster } from '../lists.ts'

let at: TestApplication
let home: TestParty
let cluster: { id: string; slug: string }
let stranger: MadePerson
let scope: Awaited<ReturnType<typeof scopeOf>>

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  const alliance = await makeAlliance(at, 2)
  home = alliance.parties[0]!
  cluster = await makeCluster(at.db, home)
  stranger = await makePerson(at.db)
  scope = await scopeOf(at, home.coordinator)
})

const upload = async (text: string) => {
  const found = (await listCluster(at.db, scope, cluster.slug))!
  const sent = await uploadList(at.services, scope, found, {
    fileName: 'members.csv',
    bytes: new TextEncoder().encode(text),
    language: 'en',
  })
  if (!('id' in sent)) throw new Error(sent.refused)
  return sent.id
}
const load = async (id: string) => (await memberImport(at.db, scope, id))!
const apply = async (id: string) =>
  applyImport(at.services, scope, await load(id), { seen: await latestAct(at.db, scope, cluster.id), basedOn: 1 })
const members = () =>
  at.db
    .selectFrom('cluster_membership')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['organisation.id', 'organisation.website'])
    .where('cluster_id', '=', cluster.id)
    .orderBy('organisation.id')
    .execute()

const first = () =>
  `Name;Country;City;Website;Description\nDemo ${cluster.slug} GmbH;Germany;Bonn;one.example;Pumps\nDemo Due ${cluster.slug} S.p.A.;Italy;Roma;;\n`
const second = () => first().replace('one.example', 'new.example')

describe('member lists', () => {
  test('uploaded, looked at in five languages, and hidden from others', async () => {
    const id = await upload(first())
    const path = `imports/${cluster.slug}/${id}`
    const cookie = await at.signIn(home.coordinator)
    for (const locale of locales)
      for (const page of [`imports/${cluster.slug}`, path]) {
        const text = await (await at.get(`/${locale}/${page}`, { cookie })).text()
        expect(text).not.toMatch(/undefined|\[object|NaN/)
      }
    expect(await (await at.get(`/en/${path}`, { cookie })).text()).toContain(`Demo ${cluster.slug} GmbH`)
    expect((await at.get(`/en/${path}`, { cookie: await at.signIn(stranger) })).status).toBe(404)
    const stolen = await at.post(
      `/en/${path}/application`,
      { seen: '', basedOn: '1' },
      { cookie: await at.signIn(stranger) },
    )
    expect(stolen.status).toBe(404)
    const done = await at.post(`/en/${path}/application`, { seen: '', basedOn: '1' }, { cookie })
    expect(done.status).toBe(303)
    expect(await members()).toHaveLength(2)
    expect(await (await at.get(`/en/${path}`, { cookie })).text()).toContain('Undo the import')
    expect((await at.post(`/en/${path}/undoing`, {}, { cookie })).status).toBe(303)
    expect(await members()).toHaveLength(0)
  })

  test('the next list updates, undoing puts back, and of two at once the second is told', async () => {
    expect(await apply(await upload(first()))).toMatchObject({ counts: { created: 2 } })
    const before = await members()
    const [one, other] = [await upload(second()), await upload(second())]
    const seen = await latestAct(at.db, scope, cluster.id)
    expect(await applyImport(at.services, scope, await load(one), { seen, basedOn: 1 })).toMatchObject({
      counts: { updated: 1, unchanged: 1 },
    })
    expect(await applyImport(at.services, scope, await load(other), { seen, basedOn: 1 })).toEqual({
      refused: 'list-changed',
    })
    expect((await members()).map(({ website }) => website)).toContain('https://new.example/')
    expect(await undoImport(at.services, scope, await load(one), { rest: false })).toEqual({ undone: 1, kept: 0 })
    expect(await members()).toEqual(before)
  })

  test('undoing leaves what was edited since, and offers the rest', async () => {
    const id = await upload(first())
    await apply(id)
    const edited = (await members())[0]!
    await at.db
      .updateTable('organisation')
      .set({ website: 'https://own.example/' })
      .where('id', '=', edited.id)
      .execute()
    expect(await undoImport(at.services, scope, await load(id), { rest: false })).toEqual({
      refused: 'edited-since',
      count: 1,
    })
    expect(await members()).toHaveLength(2)
    expect(await undoImport(at.services, scope, await load(id), { rest: true })).toEqual({ undone: 1, kept: 1 })
    expect((await members()).map(({ website }) => website)).toEqual(['https://own.example/'])
  })

  test('what a list brought goes out again, to those who keep it alone', async () => {
    await apply(await upload(first()))
    const path = `/de/imports/${cluster.slug}/export`
    const cookie = await at.signIn(home.coordinator)
    const text = await (await at.get(`${path}?format=csv`, { cookie })).text()
    expect(text).toContain('"Deutschland","Bonn","https://one.example/","Pumps"')
    const again = await readTable(new Uint8Array(await (await at.get(path, { cookie })).arrayBuffer()), {})
    expect('refused' in again ? [] : again.rows).toHaveLength(2)
    expect((await at.get(path, { cookie: await at.signIn(stranger) })).status).toBe(404)
    const recorded = await at.db
      .selectFrom('activity')
      .select('facts')
      .where('verb', '=', 'members.list-exported')
      .where('subject_id', '=', cluster.id)
      .execute()
    expect(recorded).toHaveLength(2)
  })

  test('the file is forgotten after a month, and undoing works all the same', async () => {
    const id = await upload(first())
    await apply(id)
    await forgetFiles(at.services)
    expect((await load(id)).hasFile).toBe(true)
    at.services.clock.set(new Date(testStart.getTime() + 31 * 24 * 3_600_000))
    try {
      await forgetFiles(at.services)
      expect((await load(id)).hasFile).toBe(false)
      const cookie = await at.signIn(home.coordinator)
      expect((await at.get(`/en/imports/${cluster.slug}/${id}`, { cookie })).status).toBe(200)
      expect(await undoImport(at.services, scope, await load(id), { rest: false })).toMatchObject({ undone: 2 })
    } finally {
      at.services.clock.set(testStart)
    }
  })

  test('members are in at once, also where it is tomorrow already', async () => {
    at.services.clock.set(new Date('2022-03-22T18:00:00Z'))
    await at.db.updateTable('organisation').set({ time_zone: 'Asia/Tokyo' }).where('id', '=', home.id).execute()
    await apply(await upload(first()))
    const list = await at.get(`/en/clusters/${cluster.slug}/members`, { cookie: await at.signIn(home.coordinator) })
    expect(await list.text()).toContain(`Demo ${cluster.slug} GmbH`)
    const rows = await at.db
      .selectFrom('cluster_membership')
      .select('since')
      .where('cluster_id', '=', cluster.id)
      .execute()
    expect(rows.map(({ since }) => since)).toEqual(['2022-03-22', '2022-03-22'])
    at.services.clock.set(testStart)
  })
})
