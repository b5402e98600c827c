import { beforeAll, expect, test } from 'vitest'
import { makeOrganisation } from '../../../test/factories/organisations.ts'
import { unique } from '../../../test/factories/people.ts'
import { testApplication, tokenIn, type TestApplication } from '../../../test/harness/application.ts'
import { draftAgreement } from '../../agreements/drafting.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import { changeRegistration } from '../registration/changing.ts'
import { personalAddressOf } from '../registration/personalAddress.ts'
import { mayAsk } from './accreditationOf.ts'
import { deleteProofs } from './proofs/deleting.ts'
import { accreditationRoutes } from './routes.tsx'
import {
  application,
  apply,
  decisionOf,
  deskFor,
  makeDesk,
  pdf,
  png,
  registrationOf,
  type TestDesk,
} from './testing/desk.ts'

let at: TestApplication
let desk: TestDesk
beforeAll(async () => {
  at = await testApplication({ features: [accreditationRoutes] })
  desk = await makeDesk(at)
})

async function applied(own: TestDesk, more: Record<string, string> = {}, proof?: File) {
  const entries = application(more)
  const sent = await apply(own, entries, ...(proof ? [proof] : []))
  expect(sent.status).toBe(303)
  return { id: await registrationOf(own, entries['address'] ?? ''), address: entries['address'] ?? '' }
}

const queue = (own: TestDesk) => `${own.path}/accreditations`
const page = async (own: TestDesk, below = '') => (await at.get(`${queue(own)}${below}`, { cookie: own.cookie })).text()
const act = (own: TestDesk, below: string, form: Record<string, string | string[]>) =>
  at.post(`${queue(own)}${below}`, form, { cookie: own.cookie })

const proofsIn = (html: string) => [...html.matchAll(/\/proofs\/([0-9a-f-]{36})/g)].map(([, id]) => id)

test('approving leads on to the next that waits, and lets the accredited ask', async () => {
  const own = await makeDesk(at)
  const [first, second] = [await applied(own), await applied(own, { asks: '' })]
  const done = await act(own, `/${first.id}/decision`, { decision: 'approve' })
  expect(done.headers.get('location')).toBe(`${queue(own)}/${second.id}?decided=${first.id}`)
  expect(await decisionOf(own, first.id)).toMatchObject({ decision: 'confirmed' })
  await act(own, `/${second.id}/decision`, { decision: 'approve' })
  expect([await mayAsk(at.db, first.id), await mayAsk(at.db, second.id)]).toEqual([true, false])
  const list = await page(own, '/asking')
  expect(list.match(/<th role="rowheader"/g)).toHaveLength(1)
})

test('declining needs a reason, which is kept in the applicant’s language', async () => {
  const { id } = await applied(desk, { correspondence: 'ja' })
  const without = await act(desk, `/${id}/decision`, { decision: 'decline' })
  expect([without.status, (await without.text()).includes('href="#reason"')]).toEqual([422, true])
  await act(desk, `/${id}/decision`, { decision: 'decline', reason: 'no-room', note: 'Desolé.' })
  expect(await decisionOf(desk, id)).toEqual({ decision: 'declined', reason: '定員に達しました\nDesolé.' })
  const undone = await act(desk, `/${id}/decision`, { decision: 'undo' })
  expect(undone.headers.get('location')).toContain(`/${id}?`)
  expect(await decisionOf(desk, id)).toMatchObject({ decision: 'pending' })
  const fresh = await applied(desk)
  expect((await act(desk, `/${fresh.id}/decision`, { decision: 'undo' })).status).toBe(409)
})

test('many at once: those without a place are counted, not half-done', async () => {
  const own = await makeDesk(at, { capPerAffiliation: 1, waitingList: false })
  const same = await Promise.all([applied(own, { outlet: '神戸新聞社' }), applied(own, { outlet: '㈱神戸新聞' })])
  const other = await applied(own, { outlet: 'Le Progrès' })
  const chosen = [...same, other].map(({ id }) => id)
  const done = await act(own, '/decisions', { decision: 'approve', chosen })
  expect(done.headers.get('location')).toBe(`${queue(own)}?done=2&left=1`)
  const states = await Promise.all(chosen.map(async (id) => (await decisionOf(own, id)).decision))
  expect(states.toSorted()).toEqual(['confirmed', 'confirmed', 'pending'])
  expect((await act(own, '/decisions', { decision: 'approve' })).status).toBe(422)
  expect((await act(own, '/decisions', { decision: 'decline', chosen })).status).toBe(422)
})

test('two spellings of one journalist are proposed with reasons, and stay two applications', async () => {
  const own = await makeDesk(at)
  const kanji = { family: '髙橋', given: '眞一', order: 'family-first', kanaFamily: 'たかはし', kanaGiven: 'しんいち' }
  const one = await applied(own, { ...kanji, outlet: '神戸新聞社', mobile: '090-1111-2222', correspondence: 'ja' })
  const two = await applied(own, {
    family: 'TAKAHASHI',
    given: 'Shin’ichi',
    outlet: '神戸新聞',
    mobile: '+81 90 1111 2222',
  })
  const [tagged, plain] = [
    await applied(own, { family: 'Bell', mobile: '+33 6 12 34 56 78' }),
    await applied(own, { family: 'Ames', mobile: '+33 6 99 34 56 11' }),
  ]
  const html = await page(own, `/${one.id}`)
  expect(html).toContain('same name in another spelling, same outlet, same mobile number')
  expect(html).toContain(`/accreditations/${two.id}`)
  // The same picture was sent with all four.
  expect(html).toContain('the very same file as proof')
  expect(await page(own, `/${tagged.id}`)).not.toContain('same name')
  expect(plain.id).not.toBe(tagged.id)
})

test('a journalist corrects their name without losing the outlet’s place, and is compared by the new one', async () => {
  const own = await makeDesk(at)
  const one = await applied(own, { family: 'Marchand', outlet: '神戸新聞社' })
  await applied(own, { family: 'Marchant', mobile: '+33 6 12 34 56 78', outlet: '神戸新聞' })
  expect(await page(own, `/${one.id}`)).not.toContain('same name')
  const address = (await personalAddressOf(at.services, at.db, one.id)) ?? ''
  const change = { affiliation: '神戸新聞社', timeZone: 'Europe/Paris', answers: {} }
  const name = { order: 'given-first' as const, native: { family: 'Marchant', given: 'Ada' } }
  const changed = await changeRegistration(at.services, own.scope, address.split('/').at(-1) ?? '', { ...change, name })
  expect(changed).toEqual({ changed: true })
  expect(await page(own, `/${one.id}`)).toContain('same name in another spelling, same outlet')
})

test('a proof is shown as what it is, to its own event’s office only, and lets nothing run', async () => {
  const own = await makeDesk(at)
  const { id } = await applied(own, {}, new File([pdf], '../../"><script>.html', { type: 'text/html' }))
  const html = await page(own, `/${id}`)
  const [proof] = proofsIn(html)
  expect(html).not.toContain('<script>.html')
  const shown = await at.get(`${queue(own)}/${id}/proofs/${proof}`, { cookie: own.cookie })
  const headers = Object.fromEntries(
    ['content-type', 'content-disposition', 'x-content-type-options', 'cache-control'].map((name) => [
      name,
      shown.headers.get(name),
    ]),
  )
  expect(headers).toEqual({
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="proof.pdf"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(pdf)

  const stranger = await makeDesk(at)
  const theirs = await applied(stranger)
  const doors = [
    `${queue(own)}/${id}/proofs/${proof}`,
    `${queue(stranger)}/${theirs.id}/proofs/${proof}`,
    `${queue(stranger)}/${id}/proofs/${proof}`,
    `${queue(stranger)}/${id}`,
  ]
  const answers = await Promise.all(doors.map(async (door) => (await at.get(door, { cookie: stranger.cookie })).status))
  expect(answers).toEqual([403, 404, 404, 404])
  expect((await at.get(doors[0] ?? '')).status).toBe(303)
  expect((await act(stranger, `/${id}/decision`, { decision: 'approve' })).status).toBe(404)
})

test('more is asked for by mail and given by its link, once', async () => {
  const { id, address } = await applied(desk, { correspondence: 'de' })
  await act(desk, `/${id}/requests`, { wanted: 'readable-proof', note: 'Bitte die Vorderseite.' })
  const [mail] = await at.mailsTo(address)
  expect([mail?.locale, mail?.text?.includes('Bitte die Vorderseite.')]).toEqual(['de', true])
  const answers = `/registration/press/answers/${tokenIn(mail, '/answers/')}`
  expect((await at.get(`${desk.path}${answers}`)).status).toBe(200)
  const answer = (entries: Record<string, string>, proof: File | null) => apply(desk, entries, proof, answers)
  expect((await answer({ answer: '' }, null)).status).toBe(422)
  expect((await answer({ answer: 'Here' }, new File(['GIF89a'], 'card.png'))).status).toBe(422)
  expect((await answer({ answer: 'Here it is.' }, new File([pdf], 'card.pdf'))).status).toBe(200)
  expect((await answer({ answer: 'Again' }, null)).status).toBe(410)
  const html = await page(desk, `/${id}`)
  expect([html.includes('Here it is.'), new Set(proofsIn(html)).size]).toEqual([true, 2])
})

test('proofs are deleted when their days are over, and with them the bytes', async () => {
  const own = await makeDesk(at)
  await act(own, '/terms', { largestCrew: '4', proofNeeded: 'yes', proofDays: '7' })
  const { id } = await applied(own, {}, new File([png, 'own'], 'card.png'))
  const [proof] = proofsIn(await page(own, `/${id}`))
  const blob = () =>
    at.db
      .selectFrom('accreditation_proof')
      .leftJoin('blob', 'blob.sha256', 'blob_sha256')
      .select(['blob_sha256', 'blob.sha256'])
      .where('accreditation_proof.id', '=', proof ?? '')
      .executeTakeFirstOrThrow()
  const sha256 = (await blob()).sha256
  at.services.clock.set(new Date('2022-03-29T08:39:59Z'))
  await deleteProofs(at.services)
  expect((await blob()).blob_sha256).not.toBeNull()
  at.services.clock.set(new Date('2022-03-29T08:40:00Z'))
  await deleteProofs(at.services)
  expect((await blob()).blob_sha256).toBeNull()
  expect(
    await at.db
      .selectFrom('blob')
      .select('sha256')
      .where('sha256', '=', sha256 ?? new Uint8Array())
      .execute(),
  ).toEqual([])
  expect((await at.get(`${queue(own)}/${id}/proofs/${proof}`, { cookie: own.cookie })).status).toBe(404)
  at.services.clock.set(new Date('2022-03-21T00:00:00Z'))
})

test('rules are versions: who applied accepted one, and a changed one must be read again', async () => {
  const own = await makeDesk(at)
  const write = (text: string, basedOn: string) =>
    act(own, '/rules', { 'text.en': text, 'text.ja': '撮影できます。', basedOn })
  expect((await write('You may photograph.', '0')).status).toBe(303)
  expect((await apply(own)).status).toBe(422)
  const accepted = { rules: 'yes', rulesVersion: '1', rulesLocale: 'en' }
  const { id } = await applied(own, accepted)
  expect((await write('You may photograph.', '1')).status).toBe(422)
  expect((await write('You may photograph the screen.', '0')).status).toBe(409)
  expect((await write('You may photograph the screen.', '1')).status).toBe(303)
  const stale = await apply(own, application(accepted))
  const html = await stale.text()
  expect([
    stale.status,
    html.includes('name="rulesVersion" value="2"'),
    /name="rules"[^>]* checked/.test(html),
  ]).toEqual([422, true, false])
  expect(await page(own, `/${id}`)).toContain('Version 1 in English')
  expect(await page(own, '/rules')).toContain('You may photograph.')
})

test('a standing accreditation is proved by a mailed link, admits once without review, and can be revoked', async () => {
  const own = await makeDesk(at)
  const { id, address } = await applied(own, { outlet: 'Kobe Shimbun' })
  const give = (until: string) => act(own, `/${id}/standing`, { until })
  expect((await give('2022-12-31')).status).toBe(409)
  await act(own, `/${id}/decision`, { decision: 'approve' })
  expect((await give('2022-03-20')).status).toBe(422)
  expect((await give('2024-03-22')).status).toBe(422)
  expect((await give('2022-12-31')).status).toBe(303)
  expect((await give('2022-12-31')).status).toBe(409)

  const next = await deskFor(at, own.host, { capacity: 5 })
  const form = `${next.path}/registration/press`
  const before = (await at.mailsTo(address)).length
  const [known, unknown] = await Promise.all(
    [address.toUpperCase(), 'nobody@example.org'].map(async (typed) =>
      (await at.post(`${form}/standing`, { address: typed })).text(),
    ),
  )
  const withoutNumbers = (html: string | undefined) => html?.replaceAll(/\/assets\/[^"]+/g, '')
  expect(withoutNumbers(known)).toBe(withoutNumbers(unknown))
  const mails = await at.mailsTo(address)
  expect(mails).toHaveLength(before + 1)
  const below = `/registration/press/standing/${tokenIn(mails[0], '/standing/')}`
  expect(await (await at.get(`${next.path}${below}`)).text()).toContain('Kobe Shimbun')
  // The link is of that event, and a scanner that opened it has not spent it.
  expect((await at.get(`${own.path}${below}`)).status).toBe(410)
  const { mobile, correspondence, zone, agreed } = application()
  const entries = {
    mobile: mobile ?? '',
    correspondence: correspondence ?? '',
    zone: zone ?? '',
    agreed: agreed ?? '',
    asks: 'yes',
  }
  const sent = await at.post(`${next.path}${below}`, entries)
  expect(sent.headers.get('location')).toContain('state=confirmed')
  const admitted = await registrationOf(next, address)
  expect([await decisionOf(next, admitted), await mayAsk(at.db, admitted)]).toEqual([
    { decision: 'confirmed', reason: null },
    true,
  ])
  expect((await at.post(`${next.path}${below}`, entries)).status).toBe(410)

  const list = await (await at.get('/en/standing-accreditations', { cookie: own.cookie })).text()
  const standing = list.match(/standing-accreditations\/([0-9a-f-]{36})\/revocation/)?.[1]
  const revocation = `/en/standing-accreditations/${standing}/revocation`
  const elsewhere = await makeDesk(at)
  expect((await at.post(revocation, {}, { cookie: elsewhere.cookie })).status).toBe(404)
  expect((await at.post(revocation, { reason: 'Left the outlet' }, { cookie: own.cookie })).status).toBe(303)
  expect((await at.post(revocation, {}, { cookie: own.cookie })).status).toBe(409)
  const third = await deskFor(at, own.host)
  const told = (await at.mailsTo(address)).length
  await at.post(`${third.path}/registration/press/standing`, { address })
  expect(await at.mailsTo(address)).toHaveLength(told)
})

test('a standing accreditation counts with allies, and nowhere else', async () => {
  const [own, elsewhere] = [await makeDesk(at), await makeDesk(at)]
  const { id, address } = await applied(own)
  await act(own, `/${id}/decision`, { decision: 'approve' })
  await act(own, `/${id}/standing`, { until: '2022-12-31' })
  const ask = async () => {
    await at.post(`${elsewhere.path}/registration/press/standing`, { address })
    return (await at.mailsTo(address)).filter(({ kind }) => kind === 'standing-link').length
  }
  expect(await ask()).toBe(0)
  await ally(own.host.id, elsewhere.host.id)
  expect(await ask()).toBe(1)
})

test('an agreement in force makes allies, until its term is over; a draft does not', async () => {
  const [own, elsewhere] = [await makeDesk(at), await makeDesk(at)]
  const { id, address } = await applied(own)
  await act(own, `/${id}/decision`, { decision: 'approve' })
  await act(own, `/${id}/standing`, { until: '2022-12-31' })
  const ask = async () => {
    await at.post(`${elsewhere.path}/registration/press/standing`, { address })
    return (await at.mailsTo(address)).filter(({ kind }) => kind === 'standing-link').length
  }
  const drafted = await draftAgreement(at.services, own.scope, {
    kind: 'memorandum',
    languages: ['en'],
    title: { en: 'Memorandum on the press' },
    preamble: { en: 'The parties have agreed as follows.' },
    parties: [{ organisationId: own.host.id }, { organisationId: elsewhere.host.id }],
    clauses: [{ slug: 'purpose', binding: false, texts: { en: { heading: 'Purpose', body: 'To admit the press.' } } }],
    termMonths: 24,
    noticeMonths: 3,
    leadOrganisationId: own.host.id,
  })
  if ('refused' in drafted) throw new Error(drafted.refused)
  expect(await ask()).toBe(0)
  const force = { agreement_id: drafted.id, in_force_from: new Date('2022-01-01T00:00:00Z') }
  await at.db
    .insertInto('entry_into_force')
    .values({ ...force, in_force_until: '2022-03-20' })
    .execute()
  expect(await ask()).toBe(0)
  await at.db
    .updateTable('entry_into_force')
    .set({ in_force_until: '2022-03-21' })
    .where('agreement_id', '=', drafted.id)
    .execute()
  expect(await ask()).toBe(1)
})

async function ally(...organisations: string[]) {
  const name = json({ original: 'en' as const, text: { en: 'Allies' } })
  const created_at = new Date('2022-01-01T00:00:00Z')
  const allianceId = newId()
  const bare = {
    expansion: null,
    programme: null,
    programme_expansion: null,
    purpose: null,
    coordinator_cluster_id: null,
  }
  await at.db
    .insertInto('alliance')
    .values({ id: allianceId, slug: `alliance-${unique()}`, name, ...bare, created_at })
    .execute()
  for (const [position, managing_organisation_id] of organisations.entries()) {
    const id = newId()
    const cluster = {
      id,
      slug: `cluster-${unique()}`,
      name,
      managing_organisation_id,
      regions: json({ original: 'en', text: { en: 'A region' } }),
      description: null,
      created_at,
    }
    await at.db
      .insertInto('cluster')
      .values(cluster as never)
      .execute()
    await at.db
      .insertInto('alliance_membership')
      .values({
        id: newId(),
        cluster_id: id,
        alliance_id: allianceId,
        position: position + 1,
        since: null,
        until: null,
      })
      .execute()
  }
}

test('the export is a table that a spreadsheet neither runs nor misreads', async () => {
  const own = await makeDesk(at)
  await applied(own, {
    outlet: '=HYPERLINK("http://evil")',
    question: 'One,\n"two"',
    family: '大野',
    kanaFamily: 'おおの',
  })
  const sent = await at.get(`${queue(own)}.csv`, { cookie: own.cookie })
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await sent.arrayBuffer())
  expect(sent.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(text.startsWith('\uFEFFNumber,State,')).toBe(true)
  expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`)
  expect(text).toContain('"One,\n""two"""')
  expect(text).toContain('+81 90 1234 5678')
  expect((await at.get(`${queue(own)}.csv`)).status).toBe(303)
})

test('nobody but the hosts reviews', async () => {
  const other = await makeOrganisation(at.db)
  const outside = await deskFor(at, other)
  for (const below of ['', '/rules', '/asking', '.csv'])
    expect((await at.get(`${queue(desk)}${below}`, { cookie: outside.cookie })).status).toBe(403)
})
