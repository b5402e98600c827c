import { beforeAll, expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../test/harness/application.ts'
import { inTurn, signFor } from '../agreements/testing/alliance.ts'
import { boardOf } from './assembling.ts'
import { ceremonyRoutes } from './routes.tsx'
import { makeCeremony, type MadeCeremony } from './testing/makeCeremony.ts'

let at: TestApplication
let ceremony: MadeCeremony
let operator: string
beforeAll(async () => {
  at = await testApplication({ features: [ceremonyRoutes] })
  ceremony = await makeCeremony(at, { prepared: true })
  operator = await at.signIn(ceremony.alliance.lead.coordinator)
})

const here = (below = '') => `/en/ceremonies/${ceremony.slug}${below}`
const text = async (path: string, cookie?: string) => (await at.get(path, { cookie })).text()
const board = async () => {
  const found = await boardOf(at.db, ceremony.eventId)
  if (!found) throw new Error('The ceremony was made with the test.')
  return found
}
const press = async (below: string, form: Record<string, string> = {}) =>
  at.post(here(below), { saw: String((await board()).seq), ...form }, { cookie: operator })
const stageId = async (kind: string) => (await board()).stages.find((stage) => stage.kind === kind)?.id ?? ''

test('a ceremony from the first stage to its end, on the screens of everybody', async () => {
  expect(await text(here())).toContain('A sample ceremony')
  expect((await at.get(here('/cues'))).headers.get('location')).toContain('/sign-in?return=')

  const opening = await press('/cues/stage', { stageId: await stageId('opening') })
  expect(opening.headers.get('location')).toBe(here('/cues'))
  expect((await board()).standing).toBe('running')

  // Questions wait for the last signature, and say so on the operator's own page.
  const early = await press('/cues/stage', { stageId: await stageId('questions') })
  expect(early.status).toBe(409)
  expect(await early.text()).toContain('Signatures are outstanding')

  await press('/cues/stage', { stageId: await stageId('signing') })
  expect(await text(here('/stage'))).toContain('data-fact="composition" data-is="signing photo ended"><')
  for (const party of inTurn(ceremony.alliance)) await signFor(at, ceremony.agreementId, party.signatory)
  const page = await text(here())
  expect(page).toMatch(/data-tie="tied"/)
  expect(page).toMatch(/<span data-count="signed">2<\/span>/)

  await press('/cues/stage', { stageId: await stageId('questions') })
  expect((await board()).questions.gate).toBe('open')
  const unsure = await press('/cues/end')
  expect(unsure.status).toBe(422)
  expect(await unsure.text()).toContain('Tick the box')
  expect((await press('/cues/end', { confirmed: 'yes' })).status).toBe(303)
  expect((await board()).standing).toBe('ended')
})
