import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../test/harness/application.ts'
import { inTurn } from '../agreements/testing/alliance.ts'
import { newId } from '../platform/ids.ts'
import { ceremonyRoutes } from './routes.tsx'
import { askQuestion } from './questions/asking.ts'
import { landSignature, makeCeremony, makeSeat, type TestCeremony } from './testing/ceremony.ts'

let at: TestApplication
let shared: TestCeremony
beforeAll(async () => {
  at = await testApplication({ features: [ceremonyRoutes] })
  shared = await makeCeremony(at)
})

/** A ceremony's pages as one of its coordinators has them. */
async function crewOf(ceremony: TestCeremony) {
  const cookie = await at.signIn(ceremony.alliance.lead.coordinator)
  const here = (below = '') => `/en/ceremonies/${ceremony.slug}${below}`
  return {
    here,
    cookie,
    read: async (below = '') => (await at.get(here(below), { cookie })).text(),
    asStranger: async (below = '') => (await at.get(here(below))).text(),
    async send(below: string, form: Record<string, string> = {}) {
      const { seq } = await ceremony.board()
      return at.post(here(below), { saw: String(seq), ...form }, { cookie })
    },
  }
}

describe('a ceremony from its first stage to its end', () => {
  test('on the pages of everybody', async () => {
    const ceremony = await makeCeremony(at)
    const { here, send, asStranger } = await crewOf(ceremony)
    expect(await asStranger()).toContain('Signing of the memorandum')
    expect((await at.get(here('/cues'))).headers.get('location')).toContain('/sign-in?return=')

    const opening = await send('/cues/stage', { stageId: ceremony.stage['opening'] ?? '' })
    expect(opening.headers.get('location')).toBe(here('/cues'))

    // Questions wait for the last signature, and the operator is told on the same page.
    const early = await send('/cues/stage', { stageId: ceremony.stage['questions'] ?? '' })
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('Signatures are outstanding')

    await send('/cues/stage', { stageId: ceremony.stage['signing'] ?? '' })
    expect(await asStranger('/stage')).toMatch(/<section class="scene scene-table"[^>]*data-is="signing photo ended">/)
    for (const { id } of (await ceremony.board()).signatories) await landSignature(at, ceremony, id)
    const page = await asStranger()
    expect(page).toContain('data-tie="tied"')
    expect(page).toContain('<span data-count="signed">2</span>')

    await send('/cues/stage', { stageId: ceremony.stage['questions'] ?? '' })
    expect((await ceremony.board()).questions.gate).toBe('open')
    expect((await send('/cues/end', { confirmed: 'yes' })).status).toBe(303)
    expect((await ceremony.board()).standing).toBe('ended')
  })

  test('what cannot be taken back needs a tick, and a reason where everybody asks for one; nothing typed is lost', async () => {
    const ceremony = await makeCeremony(at)
    const { send } = await crewOf(ceremony)
    await send('/cues/stage', { stageId: ceremony.stage['opening'] ?? '' })

    const unsure = await send('/cues/abort', { 'reason.en': 'The line is dead' })
    expect(unsure.status).toBe(422)
    const again = await unsure.text()
    expect(again).toContain('Tick the box')
    expect(again).toContain('value="The line is dead"')

    const silent = await send('/cues/abort', { confirmed: 'yes' })
    expect(silent.status).toBe(422)
    expect(await silent.text()).toContain('Write the reason in at least one language')

    expect((await send('/cues/abort', { confirmed: 'yes', 'reason.ja': '停電のため' })).status).toBe(303)
    expect(await ceremony.board()).toMatchObject({
      standing: 'aborted',
      standingReason: { original: 'ja', text: { ja: '停電のため' } },
    })
  })

  test('two operators do not move it twice', async () => {
    const ceremony = await makeCeremony(at)
    const { send } = await crewOf(ceremony)
    const saw = String((await ceremony.board()).seq)
    await send('/cues/stage', { saw, stageId: ceremony.stage['opening'] ?? '' })
    const second = await send('/cues/stage', { saw, stageId: ceremony.stage['signing'] ?? '' })
    expect(second.status).toBe(409)
    expect(await second.text()).toContain('Somebody moved the ceremony while you looked')
  })
})

test('questions before the last signature are opened by somebody who is named with the reason, for everybody to read', async () => {
  const ceremony = await makeCeremony(at)
  const { send, asStranger } = await crewOf(ceremony)
  await send('/cues/stage', { stageId: ceremony.stage['opening'] ?? '' })
  expect((await send('/cues/questions', { confirmed: 'yes' })).status).toBe(409)
  const opened = await send('/cues/questions', { confirmed: 'yes', 'reason.en': 'A signatory is on a train' })
  expect(opened.status).toBe(303)
  const page = await asStranger()
  expect(page).toContain('A signatory is on a train')
  expect(page).toContain('(Ada Example)')
})

test('a question goes from the queue to the written record, with its translation and its answer', async () => {
  const ceremony = await makeCeremony(at)
  const { send, read, asStranger } = await crewOf(ceremony)
  const seat = await makeSeat(at, ceremony.eventId, 'Sample News')
  const asked = await askQuestion(at.services, seat, { text: 'What comes first?', language: 'en', named: true })
  if ('refused' in asked) throw new Error(asked.refused)
  for (const { id } of (await ceremony.board()).signatories) await landSignature(at, ceremony, id)
  await send('/cues/stage', { stageId: ceremony.stage['questions'] ?? '' })

  expect(await read('/questions')).toContain('What comes first?')
  expect(await asStranger()).not.toContain('What comes first?')
  const act = (below: string, form: Record<string, string>) => send(`/questions/${asked.questionId}/${below}`, form)
  await act('translation', { 'text.ja': '何から始めますか。', back: 'interpreter' })
  const live = await act('state', { state: 'live', back: 'cues' })
  expect(live.headers.get('location')).toMatch(/\/cues#queue$/)
  expect(await asStranger('/stage')).toContain('何から始めますか。')

  const nameless = await act('answers', { 'text.en': 'Exchange of information.', back: 'questions' })
  expect(nameless.status).toBe(422)
  expect(await nameless.text()).toContain('Say who answered')
  await act('answers', { 'text.en': 'Exchange of information.', answeredBy: 'The president', back: 'questions' })
  const record = await (await at.get(`/ja/ceremonies/${ceremony.slug}/record`)).text()
  expect(record).toContain('何から始めますか。')
  expect(record).toContain('What comes first?')
  expect(record).toContain('Exchange of information.')
  expect(record).toContain('Sample News')
})

test('a signatory says that they are ready, and is led to sign when it is their turn', async () => {
  const ceremony = await makeCeremony(at)
  const { here, send, read } = await crewOf(ceremony)
  const [first, last] = inTurn(ceremony.alliance)
  const cookies = [await at.signIn(first?.signatory ?? ''), await at.signIn(last?.signatory ?? '')]
  const page = async (index: number) => (await at.get(here('/signatory'), { cookie: cookies[index] })).text()
  expect(await page(0)).toContain('It is not yet time to sign.')
  expect((await at.post(here('/signatory/ready'), {}, { cookie: cookies[0] })).status).toBe(303)
  expect(await page(0)).toContain('see that you are ready')
  expect(await read('/cues')).toContain('Ready to sign')

  await send('/cues/stage', { stageId: ceremony.stage['signing'] ?? '' })
  expect(await page(0)).toContain('It is your turn to sign.')
  expect(await page(1)).toContain('Others sign before you.')
  const { signatories } = await ceremony.board()
  await landSignature(at, ceremony, signatories.find(({ signingOrder }) => signingOrder === 1)?.id ?? '')
  expect(await page(0)).toContain('You have signed.')
  expect(await page(1)).toContain('It is your turn to sign.')
})

test('the run of show is written from a template, corrected where it cannot be, and kept', async () => {
  const ceremony = await makeCeremony(at)
  const { read, send } = await crewOf(ceremony)
  expect(await read('/plan')).toContain('value="2022-03-22T17:00"')
  const rows = {
    'kind.1': 'signing',
    'at.1': '2022-03-22T17:10',
    'minutes.1': 'ten',
    'title.en.1': 'Signing',
    'kind.2': 'opening',
    'at.2': '2022-03-22T17:00',
    'minutes.2': '10',
    'cue.2': 'Greet the press',
  }
  const wrong = await send('/plan', rows)
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(page).toContain('Give whole minutes')
  expect(page).toContain('value="Greet the press"')
  expect((await send('/plan', { ...rows, 'minutes.1': '10' })).status).toBe(303)
  // In the order of their times, whatever the order of the rows.
  expect((await ceremony.board()).stages.map(({ kind, plannedAt }) => [kind, plannedAt.slice(11, 16)])).toEqual([
    ['opening', '08:00'],
    ['signing', '08:10'],
  ])
})

test('before a run of show is written, the page says what will be there, and leads organisers to write it', async () => {
  const planned = await makeCeremony(at)
  const ceremony = { ...planned, slug: `${planned.slug}-later` }
  const eventId = newId()
  await sql`
    insert into event select (jsonb_populate_record(null::event, to_jsonb(event) ||
      jsonb_build_object('id', ${eventId}::text, 'slug', ${ceremony.slug}::text))).*
    from event where id = ${planned.eventId}`.execute(at.db)
  const publication = { event_id: eventId, published_by: null, published_at: at.services.clock.now() }
  await at.db.insertInto('event_publication').values(publication).execute()
  const { read, asStranger } = await crewOf(ceremony)
  expect(await asStranger()).toContain('The order of the ceremony is not written yet')
  expect(await asStranger()).not.toContain('/plan')
  expect(await read()).toContain(`/ceremonies/${ceremony.slug}/plan`)
  expect(await read('/plan?template=questions-last')).toContain('value="2022-03-22T17:12"')
})

test('without scripts a page loads itself again if it was asked to, and only at the offered pace', async () => {
  const { here } = await crewOf(shared)
  expect((await at.get(here('?refresh=10'))).headers.get('refresh')).toBe('10')
  expect((await at.get(here('?refresh=0'))).headers.get('refresh')).toBeNull()
  expect((await at.get(here())).headers.get('refresh')).toBeNull()
})

test('a ceremony of an event that is not published exists for those who run it and sign at it', async () => {
  const hidden = await makeCeremony(at, { published: false })
  const { here, cookie } = await crewOf(hidden)
  expect((await at.get(here())).status).toBe(404)
  expect((await at.get(here(), { cookie })).status).toBe(200)
  const signatory = await at.signIn(hidden.alliance.lead.signatory)
  expect((await at.get(here('/signatory'), { cookie: signatory })).status).toBe(200)
})
