import { beforeAll, describe, expect, test } from 'vitest'
import { invitePerson } from '../../app/accounts/inviting.ts'
import { endRole } from '../../app/accounts/endingRoles.ts'
import { admitPerson } from '../../app/accounts/admitting.ts'
import { makePerson, makeRole, unique } from '../factories/people.ts'
import { testApplication, tokenIn } from '../harness/application.ts'
import { permissions } from '../permissions/permissions.ts'
import { makeWorld, type World } from '../permissions/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld(await testApplication())
})

describe('what no form of ours would send', () => {
  test.each(['/en/agreements/%00', '/en/organisations/%00', '/en/organisations/a%00b/people', '/en/about?x=%00'])(
    'a character that no text can hold: %s',
    async (path) => {
      expect((await world.at.get(path)).status).toBe(404)
    },
  )

  test.each(['2147483648', '9007199254740991', '1e300', '-1', '__proto__'])('entries before %s', async (before) => {
    const cookie = await world.at.signIn(world.people.coordinator)
    const path = `/en/agreements/${world.draft.reference}?before=${before}`
    expect((await world.at.get(path, { cookie })).status).toBe(200)
  })

  test.each(Object.entries(permissions).filter(([route]) => route.startsWith('POST ')))(
    'a form that broke off: %s',
    async (route, row) => {
      const path = row.path ? await row.path(world) : route.slice('POST '.length).replace('/:locale', '/en')
      const cookie = await world.at.signIn(world.people.operator)
      const headers = { 'content-type': 'multipart/form-data; boundary=x' }
      expect((await world.at.post(path, { a: 'b' }, { cookie, headers })).status).toBeLessThan(500)
      const manager = await world.at.signIn(world.people.manager)
      expect((await world.at.post(path, { a: 'b' }, { cookie: manager, headers })).status).toBeLessThan(500)
    },
  )
})

test('no cache between keeps a page that shows who is signed in', async () => {
  const cookie = await world.at.signIn(world.people.manager)
  for (const path of ['/en', '/en/about', '/en/organisations', '/en/agreements', '/en/verify']) {
    expect((await world.at.get(path, { cookie })).headers.get('cache-control')).toBe('private, no-store')
    expect((await world.at.get(path)).headers.get('vary')).toContain('Cookie')
  }
})

test('an ended operator leaves no invitation behind', async () => {
  const { at, ours } = world
  const operator = await makePerson(at.db)
  await makeRole(at.db, operator, 'operator', null)
  const scope = await admitPerson(at.db, operator.id, { via: 'session', tokenScopes: null })
  const other = await admitPerson(at.db, world.people.operator.id, { via: 'session', tokenScopes: null })
  if (!scope || !other) throw new Error('Both were made a moment ago')
  const address = `${unique()}@example.org`
  const invited = await invitePerson(at.services, scope, {
    organisationId: ours.id,
    address,
    role: 'manager',
    locale: 'en',
  })
  expect(invited).toHaveProperty('id')
  const [mail] = await at.mailsTo(address)
  const link = `/en/invitations/${tokenIn(mail, '/invitations/')}`
  expect((await at.get(link)).status).toBe(200)
  const { id } = await at.db
    .selectFrom('role_assignment')
    .select('id')
    .where('person_id', '=', operator.id)
    .executeTakeFirstOrThrow()
  expect(await endRole(at.services, other, id)).toEqual({ ended: true })
  expect((await at.get(link)).status).toBe(410)
  expect((await at.post(link, { family: 'Eve', order: 'given-first' })).status).toBe(410)
})

test('nobody floods a signatory with links', async () => {
  const { at, draft, theirs, people } = await makeWorld(await testApplication())
  const cookie = await at.signIn(people.coordinator)
  const path = `/en/agreements/${draft.reference}/signatories/${theirs.slug}/invitations`
  const asked = await Promise.all(Array.from({ length: 100 }, () => at.post(path, {}, { cookie })))
  expect(asked.map(({ status }) => status)).not.toContain(429)
  expect((await at.post(path, {}, { cookie })).status).toBe(429)
})
