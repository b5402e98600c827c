import { beforeAll, expect, test } from 'vitest'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { accreditationOf, mayAsk } from './accreditationOf.ts'
import { accreditationRoutes } from './routes.tsx'
import { application, apply, decisionOf, makeDesk, pdf, png, registrationOf, type TestDesk } from './testing/desk.ts'

let at: TestApplication
let desk: TestDesk
beforeAll(async () => {
  at = await testApplication({ features: [accreditationRoutes] })
  desk = await makeDesk(at)
})

const html = async (response: Response) => [response.status, await response.text()] as const

test('the form says when it closes, and what each entry is for', async () => {
  const [status, text] = await html(await at.get(`${desk.path}/registration/press`))
  expect(status).toBe(200)
  expect(text).toContain('12:00 in Tokyo')
  expect(text).toContain('Only the press office sees it')
  expect(text).toContain('30 days after the event')
})

test('an application is taken in with its proof, locked, and only its keys compared', async () => {
  const entries = application({ crew: '1', question: 'Why now?', pressClub: 'Kobe City' })
  const sent = await apply(desk, entries)
  expect([sent.status, sent.headers.get('location')]).toEqual([
    303,
    `${desk.path}/registration/press/sent?state=pending`,
  ])
  const id = await registrationOf(desk, entries['address'] ?? '')
  expect(await decisionOf(desk, id)).toMatchObject({ decision: 'pending' })
  expect(await accreditationOf(at.db, id)).toMatchObject({
    outlet: 'Kobe Shimbun',
    wishesToAsk: true,
    accredited: false,
  })
  expect(await mayAsk(at.db, id)).toBe(false)
  const proof = await at.db
    .selectFrom('accreditation_proof')
    .innerJoin('blob', 'blob.sha256', 'blob_sha256')
    .select(['accreditation_proof.media_type', 'bytes', 'size'])
    .where('registration_id', '=', id)
    .executeTakeFirstOrThrow()
  expect([proof.media_type, proof.size]).toEqual(['image/png', png.length])
  expect(Buffer.from(proof.bytes).includes(Buffer.from(png))).toBe(false)
})

test('entries that are not understood come back with everything that was written', async () => {
  const entries = application({ family: '', mobile: 'by pigeon', crew: '3', outlet: 'Kobe <b>Shimbun' })
  const [status, text] = await html(await apply(desk, entries))
  expect(status).toBe(422)
  for (const part of [
    'href="#family"',
    'href="#mobile"',
    'href="#crew"',
    'href="#proof"',
    'Kobe &lt;b&gt;Shimbun',
    'by pigeon',
  ])
    expect(text).toContain(part)
})

test.each<[string, File | null]>([
  ['no file', null],
  ['an empty file', new File([], 'card.pdf')],
  ['a page that calls itself a PDF', new File(['<script>alert(1)</script>'], 'card.pdf', { type: 'application/pdf' })],
  ['a PDF hidden behind something else', new File(['<html>', pdf], 'card.pdf', { type: 'application/pdf' })],
  ['a picture that runs', new File(['<svg onload="alert(1)"/>'], 'card.svg', { type: 'image/svg+xml' })],
  ['more than 5 MB', new File([png, new Uint8Array(5 * 1024 * 1024)], 'card.png', { type: 'image/png' })],
])('%s is no proof', async (_, file) => {
  const entries = application()
  const [status, text] = await html(await apply(desk, entries, file))
  expect([status, text.includes('id="proof-error"')]).toEqual([422, true])
  await expect(registrationOf(desk, entries['address'] ?? '')).rejects.toThrow()
})

test('more than any proof can be is turned away unread', async () => {
  const file = new File([png, new Uint8Array(7 * 1024 * 1024)], 'card.png', { type: 'image/png' })
  expect((await apply(desk, application(), file)).status).toBe(413)
})

test('kanji without a reading are asked for it; with one, both are kept', async () => {
  const name = { family: '大野', given: '太郎', order: 'family-first' }
  const [status, text] = await html(await apply(desk, application(name)))
  expect([status, text.includes('id="kanaFamily-error"')]).toEqual([422, true])
  const entries = application({ ...name, kanaFamily: 'おおの', kanaGiven: 'たろう', correspondence: 'ja' })
  expect((await apply(desk, entries)).status).toBe(303)
})

test('one crew an outlet, under whichever name; a second one is told', async () => {
  const crew = { role: 'tv-crew', crew: '4', outlet: 'サンテレビ株式会社' }
  expect((await apply(desk, application(crew))).status).toBe(303)
  const [status, text] = await html(await apply(desk, application({ ...crew, outlet: '㈱サンテレビ' })))
  expect([status, text.includes('already has a camera crew')]).toEqual([422, true])
  expect((await apply(desk, application({ ...crew, outlet: 'Other TV', crew: '5' }))).status).toBe(422)
})

test('the same address again looks the same from outside, and adds nothing', async () => {
  const entries = application()
  const first = await apply(desk, entries)
  const again = await apply(desk, { ...entries, outlet: 'Another outlet' })
  expect([again.status, again.headers.get('location')]).toEqual([first.status, first.headers.get('location')])
  const rows = await at.db
    .selectFrom('registration')
    .select('id')
    .where('event_id', '=', desk.event.id)
    .where('address', '=', entries['address'] ?? '')
    .execute()
  expect(rows).toHaveLength(1)
})

test('the deadline is exact: its second counts, the next does not', async () => {
  const own = await makeDesk(at)
  at.services.clock.set(new Date('2022-03-22T03:00:00.900Z'))
  expect((await apply(own)).status).toBe(303)
  at.services.clock.set(new Date('2022-03-22T03:00:01Z'))
  const [status, text] = await html(await apply(own))
  expect([status, text.includes('The deadline has passed')]).toEqual([410, true])
  at.services.clock.set(new Date('2022-03-21T00:00:00Z'))
})

test('an event without press, or unpublished, has no form', async () => {
  expect((await at.get('/en/events/nowhere/registration/press')).status).toBe(404)
})
