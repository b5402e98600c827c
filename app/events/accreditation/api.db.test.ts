import { beforeAll, expect, test } from 'vitest'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { apiRoutes } from '../../api/routes.tsx'
import { callerOf, tokenOf } from '../../api/testing/calling.ts'
import { accreditationRoutes } from './routes.tsx'
import { application, apply, decisionOf, makeDesk, registrationOf } from './testing/desk.ts'

let at: TestApplication
beforeAll(async () => {
  at = await testApplication({ features: [accreditationRoutes, apiRoutes] })
})

test('a press office’s program reads, decides and makes standing; a stranger’s finds nothing', async () => {
  const own = await makeDesk(at)
  const stranger = await makeDesk(at)
  const call = callerOf(at)
  const [token, other] = [await tokenOf(at, own.officer), await tokenOf(at, stranger.officer)]
  const entries = application({ correspondence: 'fr' })
  await apply(own, entries)
  const id = await registrationOf(own, entries['address'] ?? '')
  const here = `/events/${own.event.slug}/accreditations`

  const read = await call('GET', here, { token })
  expect(read).toMatchObject({
    status: 200,
    json: { applications: [{ registrationId: id, decision: 'pending', standing: false }] },
  })
  expect(JSON.stringify(read.json)).not.toMatch(/Key|keys/)
  expect((await call('GET', here, { token: other })).status).toBe(404)

  const decide = (body: object, by = token) => call('POST', `${here}/${id}/decisions`, { token: by, body })
  expect((await decide({ decision: 'approve' }, other)).status).toBe(404)
  expect((await decide({ decision: 'decline' })).json.code).toBe('not-understood')
  expect(await decide({ decision: 'decline', reason: 'no-room' })).toMatchObject({
    status: 200,
    json: { decision: 'declined' },
  })
  expect((await decisionOf(own, id)).reason).toBe('Il n’y a plus de place')
  expect((await call('PUT', `${here}/${id}/standing`, { token, body: { until: '2022-12-31' } })).json.code).toBe(
    'not-accredited',
  )
  await decide({ decision: 'approve' })
  expect((await call('PUT', `${here}/${id}/standing`, { token, body: { until: '2022-12-31' } })).status).toBe(200)
  expect((await call('DELETE', `${here}/${id}/standing`, { token: other })).status).toBe(404)
  expect((await call('DELETE', `${here}/${id}/standing`, { token })).json).toEqual({ revoked: true })
  expect((await call('DELETE', `${here}/${id}/standing`, { token })).json).toMatchObject({
    status: 409,
    code: 'already-revoked',
  })

  const rules = `/events/${own.event.slug}/coverage-rules`
  const body = { text: { en: 'You may photograph.' }, basedOn: 0 }
  expect((await call('PUT', rules, { token, body })).json).toEqual({ version: 1 })
  expect((await call('PUT', rules, { token, body })).json.code).toBe('changed-meanwhile')
})
