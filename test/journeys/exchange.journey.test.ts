import { expect, test } from 'vitest'
import { askFollowUps } from '../../app/impact/asking.ts'
import { catalogues } from '../../app/platform/i18n/catalogue.ts'
import { enter, enterAs, follow, accessible, musubi, readMail } from './visiting.ts'

/** The page that somebody of the demonstration's members opens. */
const asMember = (slug: string) => enterWith(`${slug}@demo.example`)

async function enterWith(address: string) {
  const { services } = await musubi()
  const person = await services.database.db
    .selectFrom('person')
    .select('name')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return enterAs('label' in person.name ? (Object.values(person.name.label)[0] ?? '') : '')
}

test('a need in Japanese is found by an Italian member, referred through both coordinators, met, followed up, and what comes of it stands in the report', async () => {
  const { services, work } = await musubi()
  const needing = await asMember('demo-endoscope')
  await needing.goto('/ja/needs/new')
  await needing.locator('input[name=direction][value=request]').check()
  await needing.locator('input[name=kind][value=technology]').check()
  await needing.getByLabel('件名').fill('見本：内視鏡の再処理を検証できる企業を探しています')
  await needing.getByLabel('詳細').fill('見本：洗浄・消毒の検証を一緒に行う企業を探しています。')
  await accessible(needing)
  await follow(needing.getByRole('button', { name: '確認に回す' }))
  const need = new URL(needing.url()).pathname.replace('/ja/', '')
  const reviewer = await enterAs('Demonstration coordinator, FBRI')
  await reviewer.goto(`/en/${need}`)
  await follow(reviewer.getByRole('button', { name: 'Publish' }))
  await work()

  const seeker = await asMember('demo-dispositivi')
  await seeker.goto('/it/needs')
  await seeker.getByLabel('Che cosa cerca?').fill('sterilizzazione di endoscopi')
  await follow(seeker.getByRole('button', { name: 'Filtrare' }))
  await accessible(seeker)
  await follow(seeker.getByRole('link', { name: /再処理を検証/ }))
  await accessible(seeker)
  await follow(seeker.getByRole('link', { name: 'Chiedere una presentazione' }))
  await seeker.getByLabel('In una riga').fill('Convalida della sterilizzazione di endoscopi')
  await seeker
    .getByLabel('Di che cosa si tratta')
    .fill('Dimostrazione: il nostro laboratorio convalida la sterilizzazione.')
  await seeker.getByLabel('L’altro coordinatore può vedere il nostro nome').check()
  await accessible(seeker)
  await follow(seeker.getByRole('button', { name: 'Chiedere' }))
  const address = new URL(seeker.url()).pathname
  const act = async (page: typeof seeker, summary: string, choose?: (page: typeof seeker) => Promise<unknown>) => {
    await page.goto(address.replace('/it/', '/en/'))
    await page.locator('summary', { hasText: summary }).click()
    await choose?.(page)
    await follow(page.getByRole('button', { name: summary, exact: true }))
  }
  await act(await enterAs('Demonstration coordinator, bioPmed'), 'Pass it on')
  await act(reviewer, 'Ask a company', (page) =>
    page.getByLabel('Company').selectOption({ label: 'Demo Endoscope 株式会社' }),
  )
  await needing.goto(address.replace('/it/', '/ja/'))
  expect(await needing.locator('main').innerText()).not.toContain('Demo Dispositivi')
  await act(needing, 'Accept')
  expect(await needing.locator('main').innerText()).toContain('Demo Dispositivi')
  await accessible(needing)
  await work()

  const results = address.replace('/it/referrals/', '/it/outcomes/')
  await seeker.goto(results)
  await seeker.getByLabel('Che cosa si è concordato').fill('Dimostrazione: una prova a Torino')
  await follow(seeker.getByRole('button', { name: 'Registrare l’incontro' }))
  await accessible(seeker)

  const now = services.clock.now()
  const { clock } = services
  services.clock = { now: () => new Date(now.getTime() + 35 * 24 * 60 * 60 * 1000) }
  try {
    await askFollowUps(services)
  } finally {
    services.clock = clock
  }
  const mail = await readMail('demo-dispositivi@demo.example', 'follow-up')
  const company = await enter()
  await company.goto(/https?:\/\/\S+\/follow-ups\/[\w-]+/.exec(mail)?.[0] ?? '')
  await company.getByLabel('Ne è nato qualcosa').check()
  await company.getByLabel('Che cosa ne è nato').selectOption({ label: 'Progetto pilota' })
  await company.getByLabel('In una parola').fill('Tre mesi di prova a Torino')
  await accessible(company)
  await follow(company.getByRole('button', { name: 'Inviare' }))

  await reviewer.goto('/en/reports/fbri-kobe')
  await accessible(reviewer)
  await follow(reviewer.getByRole('link', { name: 'Meetings of companies', exact: true }))
  expect(await reviewer.locator('main').innerText()).toContain('Convalida della sterilizzazione di endoscopi')
  await reviewer.goBack()
  await follow(reviewer.getByRole('link', { name: 'Outcomes', exact: true }))
  await follow(reviewer.getByRole('link', { name: /Pilot/ }).first())
  expect(await reviewer.locator('main').innerText()).toContain('Tre mesi di prova a Torino')
})

test('a coordinator who leaves hands everything over in one act', async () => {
  const leaving = await enterAs('Demonstration coordinator, Life Science Nord')
  await leaving.goto('/en/handover/life-science-nord')
  await accessible(leaving)
  const waits = leaving.locator('section[aria-labelledby=open] li a')
  const open = await waits.allInnerTexts()
  expect(open.length).toBeGreaterThan(0)
  await leaving.getByLabel('To whom').selectOption({ label: 'Demonstration manager, Life Science Nord' })
  await leaving
    .getByLabel('What the successor should know')
    .fill('Demonstration: the laboratory answers within a week.')
  await follow(leaving.getByRole('button', { name: 'Hand over everything' }))
  expect(await leaving.locator('main').innerText()).toContain('the laboratory answers within a week')
  const successor = await enterAs('Demonstration manager, Life Science Nord')
  await successor.goto('/en/handover/life-science-nord')
  const taken = await successor.locator('section[aria-labelledby=open] li a').allInnerTexts()
  for (const item of open) expect(taken).toContain(item)
})

test('what an agreement opens is seen, and closes for everybody when it rests', async () => {
  const { services } = await musubi()
  const { reference } = await services.database.db
    .selectFrom('entry_into_force')
    .innerJoin('agreement', 'agreement.id', 'entry_into_force.agreement_id')
    .select('agreement.reference')
    .where('agreement.template', '=', 'mou')
    .executeTakeFirstOrThrow()
  const manager = await enterAs('Demonstration manager, Lyonbiopole')
  const contacts = async (purpose: string) => {
    const page = await enterAs('Demonstration coordinator, FBRI')
    await page.goto('/en/members/demo-sante')
    await page.getByLabel('What you need them for').fill(purpose)
    await follow(page.getByRole('button', { name: 'Show contact persons' }))
    return page.locator('main').innerText()
  }
  expect(await contacts('To propose a meeting')).toContain('demo-sante@demo.example')
  await manager.goto(`/en/agreements/${reference}/life`)
  await accessible(manager)
  await manager.locator('summary', { hasText: 'Suspend it' }).click()
  await manager.locator('#suspension-reason').fill('Demonstration: a pause.')
  await follow(manager.getByRole('button', { name: 'Suspend', exact: true }))
  expect(await manager.locator('main').innerText()).toContain('all these doors are closed')
  expect(await contacts('To propose a meeting')).not.toContain('demo-sante@demo.example')
  await follow(manager.getByRole('button', { name: 'Lift the suspension' }))
  expect(await contacts('To propose a meeting')).toContain('demo-sante@demo.example')
})

test('whatever happened to an agreement in a year is said in words', async () => {
  const { services } = await musubi()
  const happened = await services.database.db
    .selectFrom('activity')
    .select('verb')
    .distinct()
    .where('subject_kind', '=', 'agreement')
    .execute()
  const words = Object.keys(catalogues.en.agreements.verbs)
  expect(happened.map(({ verb }) => verb).filter((verb) => !words.includes(verb))).toEqual([])
})
