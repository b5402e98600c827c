import { beforeAll, expect, test } from 'vitest'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { granted } from '../../agreements/testing/alliance.ts'
import { apiRoutes } from '../../api/routes.tsx'
import { callerOf, tokenOf } from '../../api/testing/calling.ts'
import { askQuestion } from '../questions/asking.ts'
import { inEnglish, landSignature, makeCeremony, makeSeat, planFor, type TestCeremony } from '../testing/ceremony.ts'

let it: TestApplication
let call: ReturnType<typeof callerOf>
let ceremony: TestCeremony
let here: string
let token: string
beforeAll(async () => {
  it = await testApplication({ features: [apiRoutes] })
  call = callerOf(it)
  ceremony = await makeCeremony(it)
  here = `/ceremonies/${ceremony.slug}`
  token = await tokenOf(it, ceremony.alliance.lead.coordinator)
})

const send = (method: 'PUT' | 'POST', path: string, body: object) => call(method, `${here}${path}`, { token, body })

test('a program follows a ceremony and moves it by the same rules as people do', async () => {
  const stranger = await call('GET', `${here}/board`)
  expect(stranger).toMatchObject({ status: 200, json: { seq: 1, standing: 'planned' } })
  const plan = planFor(['opening', 'signing', 'questions'])
  expect(await send('PUT', '/plan', plan)).toMatchObject({ status: 200, json: { seq: 2 } })
  const { stages, signatories } = await ceremony.board()
  const [opening, , questions] = stages
  const begin = { move: 'begin-stage', seen: 2, stageId: opening!.id }
  expect(await send('POST', '/moves', begin)).toMatchObject({ status: 200, json: { seq: 3 } })
  expect(await send('POST', '/moves', begin)).toMatchObject({ status: 200, json: { seq: 3 } })
  const early = { ...begin, seen: 3, stageId: questions!.id }
  expect(await send('POST', '/moves', early)).toMatchObject({ status: 409, json: { code: 'signatures-outstanding' } })
  expect(await send('POST', '/moves', { move: 'undo', seen: 2 })).toMatchObject({
    status: 409,
    json: { code: 'moved-meanwhile' },
  })
  const [first, second] = signatories
  const ready = await send('PUT', `/signatories/${first!.id}/state`, { state: 'ready' })
  expect(ready).toMatchObject({ status: 200, json: { seq: 4 } })
  for (const { id } of [first!, second!]) await landSignature(it, ceremony, id)
  expect((await send('POST', '/moves', early)).status).toBe(200)
  expect(await call('GET', `${here}/board`)).toMatchObject({ json: { signedCount: 2, questions: { gate: 'open' } } })
})

test('and sees to its questions', async () => {
  const seat = await makeSeat(it, ceremony.eventId, 'Sample News')
  const asking = { text: 'What next?', language: 'en' as const, named: true }
  const { questionId } = granted(await askQuestion(it.services, seat, asking))
  expect((await call('GET', `${here}/questions`)).status).toBe(401)
  const outsider = await tokenOf(it, ceremony.alliance.lead.signatory)
  expect(await call('GET', `${here}/questions`, { token: outsider })).toMatchObject({ status: 403 })
  const { json } = await call('GET', `${here}/questions`, { token })
  expect(json.items).toMatchObject([{ id: questionId, state: 'queued', outlet: 'Sample News' }])
  const of = `/questions/${questionId}`
  expect((await send('PUT', `${of}/state`, { state: 'live' })).status).toBe(200)
  expect((await send('PUT', `${of}/translations`, { texts: { ja: '今後は。' } })).status).toBe(200)
  expect((await send('PUT', `${of}/answer`, { text: inEnglish('More.'), answeredBy: 'The chair' })).status).toBe(200)
  const board = await call('GET', `${here}/board`)
  expect(board.json.questions.live).toMatchObject([
    { text: { text: { ja: '今後は。' } }, asker: { outlet: 'Sample News' }, answer: { by: 'The chair' } },
  ])
})
