import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { systemScope } from '../../accounts/scope.ts'
import { locales } from '../../language/locales.ts'
import { json } from '../../platform/db/values.ts'
import { indexDue } from '../search/indexing.ts'
import { findNeed } from './finding.ts'

let at: TestApplication
let kobe: Side
let torino: Side

type Side = {
  cluster: { id: string; slug: string }
  company: MadeOrganisation
  member: MadePerson
  coordinator: MadePerson
}

beforeAll(async () => {
  at = await testApplication()
})

beforeEach(async () => {
  kobe = await makeSide('JP')
  torino = await makeSide('IT')
})

async function makeSide(country: string): Promise<Side> {
  const home = await makeOrganisation(at.db, { country })
  const cluster = await makeCluster(at.db, home)
  const company = await makeOrganisation(at.db, { kind: 'company', country })
  await makeMember(at.db, company, cluster)
  const [member, coordinator] = [await makePerson(at.db), await makePerson(at.db)]
  await makeRole(at.db, member, 'member', company.id)
  await makeRole(at.db, coordinator, 'coordinator', home.id)
  return { cluster, company, member, coordinator }
}

const post = async (person: MadePerson, path: string, given: Record<string, string>) =>
  at.post(path, given, { cookie: await at.signIn(person) })

const text = async (person: MadePerson, path: string) =>
  (await at.get(path, { cookie: await at.signIn(person) })).text()

/** Enters and publishes. @returns where it stands, in English. */
async function publish(side: Side, locale: string, given: Record<string, string>): Promise<string> {
  const place = `${side.company.slug} ${side.cluster.slug}`
  const entered = await post(side.member, `/${locale}/needs`, { place, kind: 'technology', ...given })
  const need = new URL(entered.headers.get('location') ?? '', 'http://x').pathname.replace(/^\/../, '/en')
  expect((await post(side.coordinator, `${need}/steps`, { act: 'published' })).status).toBe(303)
  return need
}

const steriliser = 'エチレンオキサイド滅菌'
const request = () => ({
  direction: 'request',
  title: `依頼先 ${kobe.company.slug}`,
  body: `${steriliser}を行う企業を探しています。`,
})
const offer = () => ({
  direction: 'offer',
  title: `Offerta ${torino.company.slug}`,
  body: 'Ossido di etilene per dispositivi.',
})

async function writeProducts(side: Side, name: string, visibility: 'public' | 'private'): Promise<void> {
  const words = { original: 'it' as const, text: { it: name } }
  const item = { name: words, emdn: [], jmdn: [], euClass: null, japanClass: null, trl: null }
  const part = (field_group: 'products' | 'markets', content: object, visibility: 'public' | 'private') =>
    at.db
      .insertInto('profile_part')
      .values({
        organisation_id: side.company.id,
        field_group,
        content: json(content as never),
        visibility,
        revision: 1,
        changed_by: null,
        changed_at: new Date('2022-01-01T00:00:00Z'),
      })
      .execute()
  await part('products', { items: [item], valueChain: [] }, visibility)
  await part('markets', { served: [], sought: ['JP'], languages: [] }, 'public')
  await indexDue(at.services)
}

describe('matches', () => {
  test('a Japanese request and an Italian offer find each other, explained in both languages', async () => {
    const [sought, offered] = [await publish(kobe, 'ja', request()), await publish(torino, 'it', offer())]
    const page = await text(kobe.member, sought)
    expect(page).toContain(offer().title)
    expect(page).toMatch(/Both speak of ethylene oxide \(ossido di etilene\)/i)
    expect(page).toContain('It was understood to be about: ethylene oxide')
    expect(page).toContain(`/referrals/new?need=${offered.split('/').pop()}`)
    expect(await text(torino.member, offered)).toContain(request().title)
    for (const locale of locales)
      expect(await text(kobe.member, sought.replace('/en/', `/${locale}/`))).not.toMatch(/undefined|\[object/)
  })

  test('are never shown to a rival, from neither side', async () => {
    const sought = await publish(kobe, 'ja', { ...request(), rivalClusters: torino.cluster.slug })
    const offered = await publish(torino, 'it', offer())
    await writeProducts(torino, 'Ossido di etilene', 'public')
    const ours = await text(kobe.member, sought)
    expect(ours).not.toContain(offer().title)
    expect(ours).not.toContain(torino.company.slug)
    expect(await text(torino.member, offered)).not.toContain(request().title)
    expect(await text(torino.member, '/en/needs/kept')).not.toContain(request().title)
  })

  test('a member is found by what the asker may see of it, and finds what fits its profile', async () => {
    const sought = await publish(kobe, 'ja', request())
    await writeProducts(torino, 'Ossido di etilene', 'private')
    expect(await text(kobe.member, sought)).not.toContain(torino.company.slug)
    // Its own people see all of the profile, so it works for them.
    expect(await text(torino.member, '/en/needs/kept')).toContain(request().title)
    await at.db
      .updateTable('profile_part')
      .set({ visibility: 'public' })
      .where('organisation_id', '=', torino.company.id)
      .execute()
    await indexDue(at.services)
    const page = await text(kobe.member, sought)
    expect(page).toContain(torino.company.slug)
    expect(page).toContain('They seek the market of Japan')
  })

  test('that are not for us are hidden on both sides, and the reason is remembered', async () => {
    const [sought, offered] = [await publish(kobe, 'ja', request()), await publish(torino, 'it', offer())]
    const reference = offered.split('/').pop() ?? ''
    const no = { need: reference, reason: 'known-already' }
    expect((await post(torino.member, `${sought}/dismissals`, no)).status).toBe(404)
    expect((await post(kobe.member, `${sought}/dismissals`, { ...no, reason: 'just so' })).status).toBe(422)
    expect((await post(kobe.member, `${sought}/dismissals`, no)).status).toBe(303)
    // Its keeper sees it among those that were said to be none, and no longer the way to it.
    const left = await text(kobe.member, sought)
    expect([left.includes('dismissals/removal'), left.includes(`/needs/${reference}`)]).toEqual([true, false])
    expect(await text(torino.member, offered)).not.toContain(request().title)
    const need = await findNeed(at.db, systemScope('system'), at.services.clock.now(), sought.split('/').pop() ?? '')
    const kept = await at.db
      .selectFrom('need_dismissal')
      .select('reason')
      .where('need_id', '=', need?.id ?? '')
      .execute()
    expect(kept).toEqual([{ reason: 'known-already' }])
    expect((await post(torino.member, `${sought}/dismissals/removal`, { need: reference })).status).toBe(404)
    expect((await post(kobe.member, `${sought}/dismissals/removal`, { need: reference })).status).toBe(303)
    expect((await post(kobe.member, `${sought}/dismissals/removal`, { need: reference })).status).toBe(404)
    expect(await text(torino.member, offered)).toContain(request().title)
    await post(kobe.member, `${sought}/dismissals`, no)
    await writeProducts(torino, 'Ossido di etilene', 'public')
    const theirs = { organisation: torino.company.slug, reason: 'other-field' }
    expect((await post(torino.member, `${sought}/dismissals`, theirs)).status).toBe(303)
    expect(await text(torino.member, '/en/needs/kept')).not.toContain(request().title)
    // That it was they who said so is theirs to know, and to take back.
    const seen = await text(kobe.member, sought)
    for (const trace of [`/members/${torino.company.slug}`, `value="${torino.company.slug}"`])
      expect(seen).not.toContain(trace)
    const undoing = { organisation: torino.company.slug }
    expect((await post(kobe.member, `${sought}/dismissals/removal`, undoing)).status).toBe(404)
  })
})
