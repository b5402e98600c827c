import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../../../test/factories/members.ts'
import { makeOrganisation } from '../../../../test/factories/organisations.ts'
import { makePerson, type MadePerson, unique } from '../../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../../test/harness/application.ts'
import { makeAlliance, scopeOf, type TestParty } from '../../../agreements/testing/alliance.ts'
import { inForceFor } from '../../../agreements/testing/inForce.ts'
import { locales } from '../../../language/locales.ts'
import { mailInDue } from './due.ts'
import { forgetDrafts } from './forgetting.ts'
import { readMail } from './reading.ts'
import { receiveMail } from './receiving.ts'

const domain = 'in.musubi.example'

let at: TestApplication
let door: Awaited<ReturnType<typeof receiveMail>>
let home: TestParty
let stranger: MadePerson
let address: string

beforeAll(async () => {
  at = await testApplication()
  at.services.config.mailIn = { host: '127.0.0.1', port: 0, domain }
  door = await receiveMail(at.services, { host: '127.0.0.1', port: freePort(), domain })
})
afterAll(() => door.close())
beforeEach(async () => {
  home = (await makeAlliance(at, 1)).parties[0]!
  stranger = await makePerson(at.db)
  await newAddress()
})
afterEach(() => at.services.clock.set(testStart))

/** Ports from 32768 on are handed out to clients and may be taken at any moment. */
const freePort = (): number => 20_000 + Math.floor(Math.random() * 12_000)
async function newAddress(): Promise<void> {
  await at.post(`${drafts()}/address`, {}, await as(home.coordinator))
  address = /log-[a-z0-9]+@in\.musubi\.example/.exec(await page(home.coordinator))![0]
}
const drafts = () => `/en/contacts/${home.slug}/mail`
const as = async (person: MadePerson) => ({ cookie: await at.signIn(person) })
const page = async (person: MadePerson, path = drafts()) => (await at.get(path, await as(person))).text()

async function send(mail: { from?: string } & Record<string, unknown>, to = address): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true })
  const from = mail.from ?? home.coordinator.address
  try {
    await transport.sendMail({
      from,
      envelope: { from, to },
      subject: 'Re: AW: Samples',
      text: 'They send samples.',
      ...mail,
    })
  } finally {
    transport.close()
  }
}
const waiting = () =>
  at.db.selectFrom('mail_in_draft').selectAll().where('organisation_id', '=', home.id).orderBy('id').execute()

test('a mail copied to the office waits, becomes an entry of the log with one press, and only once', async () => {
  await send({ to: '"髙橋 花子" <hanako@demo-clinic.example>', messageId: '<one@demo.example>' })
  await send({ to: 'hanako@demo-clinic.example', messageId: '<one@demo.example>' })
  const [draft, ...more] = await waiting()
  expect(more).toEqual([])
  expect(draft).toMatchObject({ subject: 'Samples', counterpart: 'demo-clinic.example', people: '髙橋 花子' })
  expect(draft!.sender_person).toBe(home.coordinator.id)
  for (const locale of locales) {
    const text = await page(home.coordinator, drafts().replace('/en', `/${locale}`))
    expect(text).toContain('They send samples.')
    expect(text).not.toMatch(/undefined|\[object|NaN/)
  }
  expect((await at.get(drafts(), await as(stranger))).status).toBe(404)
  expect((await mailInDue(at.db, await scopeOf(at, home.coordinator), testStart, 5)).items).toHaveLength(1)

  const log = `/en/contacts/${home.slug}`
  const form = await page(home.coordinator, `${log}?draft=${draft!.id}`)
  expect(form).toContain('value="demo-clinic.example"')
  const entry = {
    kind: 'mail',
    heldOn: draft!.sent_on,
    counterpart: draft!.counterpart,
    agreed: 'They send samples.',
    draft: draft!.id,
  }
  expect((await at.post(log, entry, await as(home.coordinator))).status).toBe(303)
  const twice = await at.post(log, entry, await as(home.coordinator))
  expect([twice.status, (await twice.text()).includes('dealt with this mail already')]).toEqual([422, true])
  const entries = await at.db.selectFrom('contact_entry').select('id').where('organisation_id', '=', home.id).execute()
  expect(entries).toHaveLength(1)
  expect((await waiting())[0]!.settled).toBe('logged')
})

test('a forwarded question of a company becomes the beginning of a request', async () => {
  // Somebody may ask: an agreement in force opens introductions, and there is a company to ask for.
  const alliance = await makeAlliance(at, 2)
  const [office, partner] = alliance.parties as [TestParty, TestParty]
  await inForceFor(at, alliance)
  await makeCluster(at.db, partner)
  const firm = await makeOrganisation(at.db, { name: 'Demo firm', country: 'JP' })
  await makeMember(at.db, firm, await makeCluster(at.db, office))
  home = office
  await newAddress()
  const text =
    '---------- Forwarded message ----------\nVon: Demo Firma <info@demo-firma.example>\n\nWho tests catheters?'
  await send({ to: address, subject: 'WG: Frage', text })
  const [draft] = await waiting()
  expect(draft).toMatchObject({ subject: 'Frage', counterpart: 'demo-firma.example', people: 'Demo Firma' })
  expect(await page(home.coordinator, `/en/referrals/new?draft=${draft!.id}`)).toContain('Who tests catheters?')
  expect(await page(stranger, `/en/referrals/new?draft=${draft!.id}`)).not.toContain('catheters')
})

test('who does not know the address, sends too much, or is a machine, leaves nothing', async () => {
  await expect(send({}, `nobody@${domain}`)).rejects.toThrow('550')
  await expect(send({}, `${address.split('@')[0]}@elsewhere.example`)).rejects.toThrow('550')
  await expect(send({ text: 'x'.repeat(2_100_000) })).rejects.toThrow('552')
  await expect(send({ envelope: { from: '', to: address } })).rejects.toThrow('550')
  await send({ headers: { 'auto-submitted': 'auto-replied' } })
  expect(await waiting()).toEqual([])
  const old = address
  await at.post(`${drafts()}/address`, {}, await as(home.coordinator))
  await expect(send({}, old)).rejects.toThrow('550')
})

test('whoever claims to be a colleague from outside is not believed to be anybody else', async () => {
  await send({
    from: `"${'Manager '.repeat(50)}" <${unique()}@elsewhere.example>`,
    html: '<p>Click <a href="https://evil.example">here</a></p>',
    text: undefined,
  })
  const [draft] = await waiting()
  expect(draft!.sender_person).toBeNull()
  expect(draft!.people!.length).toBeLessThanOrEqual(400)
  const text = await page(home.coordinator)
  expect(text).toContain('not verified')
  expect(text).not.toContain('<a href="https://evil.example"')
})

test('what is put aside can be taken up again for a month', async () => {
  await send({})
  const [draft] = await waiting()
  const answer = async (given: string) =>
    (await at.post(`${drafts()}/${draft!.id}`, { answer: given }, await as(home.coordinator))).status
  expect([await answer('discard'), await answer('discard'), await answer('restore')]).toEqual([303, 409, 303])
  await answer('discard')
  at.services.clock.set(new Date(testStart.getTime() + 31 * 24 * 3_600_000))
  await forgetDrafts(at.services)
  expect(await waiting()).toEqual([])
})

test('whatever comes as a mail is read within limits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.string({ unit: 'binary' }), async (bytes, text) => {
      const mails = [bytes, new TextEncoder().encode(`From: ${text}\r\nTo: ${text}\r\nSubject: ${text}\r\n\r\n${text}`)]
      for (const raw of mails) {
        const mail = await readMail(raw, () => false)
        if (!mail) continue
        expect(mail.subject.length).toBeLessThanOrEqual(200)
        expect(mail.counterpart.length).toBeGreaterThan(0)
        expect(mail.counterpart.length).toBeLessThanOrEqual(200)
        expect(JSON.stringify(mail)).not.toContain('\\u0000')
        expect(mail.body.isWellFormed()).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})
