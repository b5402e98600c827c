import { beforeAll, describe, expect, test } from 'vitest'
import { admitPerson } from '../accounts/admitting.ts'
import { draftAgreement } from '../agreements/drafting.ts'
import { locales } from '../language/locales.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { makeOrganisation, type MadeOrganisation } from '../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../test/harness/application.ts'

let at: TestApplication
let ours: MadeOrganisation
let theirs: MadeOrganisation
let manager: MadePerson
let partner: MadePerson
let reference: string

const title = 'Memorandum on Mondays'

beforeAll(async () => {
  at = await testApplication()
  ours = await makeOrganisation(at.db, { name: 'Our cluster' })
  theirs = await makeOrganisation(at.db, { name: 'Their cluster' })
  manager = await makePerson(at.db, { timeZone: 'Asia/Tokyo' })
  partner = await makePerson(at.db)
  await makeRole(at.db, manager, 'manager', ours.id)
  await makeRole(at.db, partner, 'manager', theirs.id)
  const scope = await admitPerson(at.db, manager.id, { via: 'session', tokenScopes: null })
  if (!scope) throw new Error('The manager was made a moment ago')
  const drafted = await draftAgreement(at.services, scope, {
    kind: 'memorandum',
    languages: ['en', 'ja'],
    title: { en: title, ja: '月曜日に関する覚書' },
    preamble: { en: 'As follows.', ja: '次のとおり。' },
    parties: [{ organisationId: ours.id }, { organisationId: theirs.id }],
    clauses: [
      {
        slug: 'purpose',
        binding: false,
        texts: {
          en: { heading: 'Purpose', body: 'To begin the week.' },
          ja: { heading: '目的', body: '週を始める。' },
        },
      },
    ],
    termMonths: 24,
    noticeMonths: 3,
    leadOrganisationId: ours.id,
  })
  if ('refused' in drafted) throw new Error(drafted.refused)
  reference = drafted.reference
})

const today = async (person: MadePerson | null, locale = 'en') =>
  at.get(`/${locale}/today`, { cookie: person ? await at.signIn(person) : undefined })

describe('today', () => {
  test('says what waits for the reader, what for others, and what happened', async () => {
    const page = await (await today(manager)).text()
    const words = catalogues.en.today
    expect(page).toContain(words.tasks.approve({ title, organisation: 'Our cluster' }))
    expect(page).toContain(words.waiting.approvals({ title, names: 'Their cluster' }))
    expect(page).toContain(words.verbs['agreement.drafted']({ title }))
    expect(page).toContain(`/en/agreements/${reference}`)
    // 17:00 in Kobe, where this manager lives.
    expect(page).toContain('Tuesday 22 March 2022')
    expect(page).toContain('17:00 in Tokyo')
  })

  test('turns round for the other side', async () => {
    const page = await (await today(partner)).text()
    expect(page).toContain(catalogues.en.today.tasks.approve({ title, organisation: 'Their cluster' }))
    expect(page).toContain(catalogues.en.today.waiting.approvals({ title, names: 'Our cluster' }))
  })

  test.each(locales)('is whole in %s', async (locale) => {
    const page = await (await today(manager, locale)).text()
    expect(page).not.toMatch(/undefined|\[object/)
    expect(page).toContain(catalogues[locale].today.yours)
  })

  test('shows a stranger nothing of it, and says what would stand here', async () => {
    const page = await (await today(await makePerson(at.db))).text()
    expect(page).not.toContain(title)
    expect(page).toContain(catalogues.en.today.nothingForYou.title)
  })

  test('leads through signing in', async () => {
    const response = await today(null)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/en/sign-in?return=%2Fen%2Ftoday'])
  })
})
