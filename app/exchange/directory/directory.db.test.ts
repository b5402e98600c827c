import { beforeAll, beforeEach, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson, unique } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../test/harness/application.ts'
import { scopeOf } from '../../agreements/testing/alliance.ts'
import { locales } from '../../language/locales.ts'
import type { Visibility } from '../../organisations/members/profile.ts'
import { writePart } from '../../organisations/members/writing.ts'
import { indexDue } from '../search/indexing.ts'
import { mailNewHits } from './telling.ts'
import { forgetUnknown } from './unknown.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000

let at: TestApplication
let home: MadeOrganisation
let coordinator: MadePerson
let seeker: MadePerson
let cluster: { id: string; slug: string }

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  at.services.clock.set(testStart)
  home = await makeOrganisation(at.db)
  coordinator = await makePerson(at.db)
  await makeRole(at.db, coordinator, 'coordinator', home.id)
  seeker = await makePerson(at.db, { address: `seeker-${unique()}@example.org` })
  cluster = await makeCluster(at.db, home)
})

async function enterMember(name: string, visibility: Visibility) {
  const firm = await makeOrganisation(at.db, { name, country: 'FR' })
  await makeMember(at.db, firm, cluster)
  const description = { original: 'fr' as const, text: { fr: 'Nous faisons de la plasturgie.' } }
  const content = { description, size: null, founded: null }
  const input = { organisationId: firm.id, group: 'about' as const, content, visibility }
  expect(await writePart(at.services, await scopeOf(at, coordinator), input)).toHaveProperty('revision')
  await indexDue(at.services)
  return firm
}

const mails = async () => (await at.mailsTo(seeker.address)).filter(({ kind }) => kind === 'saved-search')

async function nextWeek() {
  at.services.clock.set(new Date(at.services.clock.now().getTime() + WEEK))
  await mailNewHits(at.services)
}

test('a saved search mails only who is new and open to its owner, until the link in the mail is followed', async () => {
  await enterMember('Demo before', 'public')
  const cookie = await at.signIn(seeker)
  const form = { q: 'プラスチック加工', cluster: cluster.slug }
  expect((await at.post('/en/directory/searches', {}, { cookie })).status).toBe(422)
  expect((await at.post('/de/directory/searches', form, { cookie })).status).toBe(303)
  await nextWeek()
  expect(await mails()).toEqual([])
  await enterMember('Demo hidden', 'private')
  await enterMember('Demo after', 'public')
  await nextWeek()
  await mailNewHits(at.services)
  const [mail, ...others] = await mails()
  expect(others).toEqual([])
  expect(mail?.subject).toBe('1 neues Mitglied: プラスチック加工')
  expect(mail?.text).toContain('Demo after')
  expect(mail?.text).not.toMatch(/Demo before|Demo hidden/)
  const stop = new URL(mail?.headers['List-Unsubscribe']?.slice(1, -1) ?? '').pathname
  expect(await (await at.get(stop)).text()).toContain('E-Mails beenden')
  expect((await at.post(stop)).status).toBe(200)
  await enterMember('Demo later', 'public')
  await nextWeek()
  expect(await mails()).toHaveLength(1)
  for (const locale of locales) {
    const text = await (await at.get(`/${locale}/directory/searches`, { cookie })).text()
    expect(text).toContain('プラスチック加工')
    expect(text + (await (await at.get(stop.replace('/de/', `/${locale}/`))).text())).not.toMatch(/undefined|\[object/)
  }
})

test('only its owner lists and removes a search', async () => {
  const cookie = await at.signIn(seeker)
  await at.post('/en/directory/searches', { q: 'endoscope' }, { cookie })
  const { id } = await at.db
    .selectFrom('saved_search')
    .select('id')
    .where('person_id', '=', seeker.id)
    .executeTakeFirstOrThrow()
  const other = await at.signIn(coordinator)
  expect(await (await at.get('/en/directory/searches', { cookie: other })).text()).toContain('No search is saved')
  const removal = `/en/directory/searches/${id}/removal`
  expect((await at.post(removal, {}, { cookie: other })).status).toBe(404)
  expect((await at.post(removal, {}, { cookie })).status).toBe(303)
  expect((await at.post(removal, {}, { cookie })).status).toBe(404)
})

test('words without a concept are counted without persons, for those who can have them added', async () => {
  const word = `quux${unique().replaceAll(/[^a-z]/g, '')}zz`
  for (const q of [word, word.toUpperCase(), `${word} CRO`, `${word}@example.org`])
    await at.get(`/it/directory?q=${encodeURIComponent(q)}`)
  const rows = await at.db.selectFrom('unknown_question').selectAll().where('words', 'like', `${word}%`).execute()
  expect(rows).toEqual([{ words: word, locale: 'it', asked: 2, last_on: '2022-03-22' }])
  const cookie = await at.signIn(coordinator)
  for (const locale of locales) {
    const text = await (await at.get(`/${locale}/directory/words`, { cookie })).text()
    expect(text).not.toMatch(/undefined|\[object/)
  }
  expect((await at.get('/en/directory/words', { cookie: await at.signIn(seeker) })).status).toBe(404)
  await forgetUnknown(at.db, new Date('2022-10-01T00:00:00Z'))
  expect(await at.db.selectFrom('unknown_question').select('words').where('words', '=', word).execute()).toEqual([])
})
