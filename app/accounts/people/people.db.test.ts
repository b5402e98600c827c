import { beforeAll, expect, test } from 'vitest'
import { type MadeOrganisation, makeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, unique } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, tokenIn } from '../../../test/harness/application.ts'
import { admitPerson } from '../admitting.ts'
import { endRole } from '../endingRoles.ts'
import { giveRole } from '../givingRoles.ts'
import { accountRoutes } from '../routes.tsx'
import type { Role, Scope } from '../scope.ts'

let at: TestApplication
beforeAll(async () => {
  at = await testApplication({ features: [accountRoutes] })
})

async function holder(role: Role, organisation: MadeOrganisation | null) {
  const person = await makePerson(at.db)
  await makeRole(at.db, person, role, organisation?.id ?? null)
  return { ...person, cookie: await at.signIn(person) }
}

async function office() {
  const organisation = await makeOrganisation(at.db)
  const manager = await holder('manager', organisation)
  return { organisation, manager, path: `/en/organisations/${organisation.slug}` }
}

const scopeOf = async (person: { id: string }): Promise<Scope> =>
  (await admitPerson(at.db, person.id, { via: 'session', tokenScopes: null }))!

const assignmentOf = async (person: { id: string }) =>
  (await at.db.selectFrom('role_assignment').select('id').where('person_id', '=', person.id).executeTakeFirstOrThrow())
    .id

const invite = (path: string, cookie: string, address: string, role: Role = 'coordinator', language = 'en') =>
  at.post(`${path}/invitations`, { address, role, language }, { cookie })

async function invitationLink(address: string): Promise<string> {
  const [mail] = await at.mailsTo(address)
  return `/${mail?.locale}/invitations/${tokenIn(mail, '/invitations/')}`
}

const name = { family: '村上', given: '花', order: 'family-first', latinFamily: 'Murakami', latinGiven: 'Hana' }

test('a manager invites somebody new, who accepts, has a name and a role, and is signed in', async () => {
  const { path, manager, organisation } = await office()
  const address = `${unique()}@example.org`
  expect((await invite(path, manager.cookie, address.toUpperCase(), 'signatory', 'ja')).headers.get('location')).toBe(
    `${path}/people?done=invited`,
  )
  const link = await invitationLink(address)
  expect(link).toMatch(/^\/ja\//)
  expect(await (await at.get(link)).text()).toContain('署名者')
  const accepted = await at.post(link, name)
  expect(accepted.status).toBe(303)
  const cookie = accepted.headers.get('set-cookie')!.split(';')[0]!
  expect(await (await at.get('/ja/account', { cookie })).text()).toContain('村上 花')
  const people = await (await at.get(`${path}/people`, { cookie: manager.cookie })).text()
  expect(people).toContain('Hana Murakami')
  const record = await at.db
    .selectFrom('activity')
    .select('verb')
    .where('subject_id', '=', organisation.id)
    .orderBy('seq')
    .execute()
  expect(record.map(({ verb }) => verb)).toEqual(['invitation.sent', 'invitation.accepted'])
})

test('somebody with an account gets the role added, without giving a name again', async () => {
  const one = await office()
  const known = await holder('member', (await office()).organisation)
  await invite(one.path, one.manager.cookie, known.address)
  const link = await invitationLink(known.address)
  const html = await (await at.get(link)).text()
  expect(html).toContain('already have an account')
  expect(html).not.toContain('name="family"')
  expect((await at.post(link)).status).toBe(303)
  expect((await scopeOf(known)).roles).toHaveLength(2)
})

test('a used, an expired, a withdrawn and a wrong invitation each say so', async () => {
  const { path, manager, organisation } = await office()
  const addresses = ['used', 'late', 'withdrawn'].map((word) => `${word}-${unique()}@example.org`)
  for (const address of addresses) await invite(path, manager.cookie, address)
  const [used = '', late = '', withdrawn = ''] = await Promise.all(addresses.map(invitationLink))
  await at.post(used, name)
  const row = await at.db
    .selectFrom('invitation')
    .select('id')
    .where('organisation_id', '=', organisation.id)
    .where('address', '=', addresses[2]!)
    .executeTakeFirstOrThrow()
  expect((await at.post(`${path}/invitations/${row.id}/withdrawal`, {}, { cookie: manager.cookie })).status).toBe(303)
  const start = at.services.clock.now()
  at.services.clock.forward(14 * 24 * 60 * 60_000)
  const sentences = {
    [used]: 'has been accepted',
    [late]: 'has expired',
    [withdrawn]: 'has been withdrawn',
    '/en/invitations/x': 'not complete',
  }
  for (const [link, sentence] of Object.entries(sentences)) {
    for (const response of [await at.get(link), await at.post(link, name)])
      expect([response.status, (await response.text()).includes(sentence)]).toEqual([410, true])
  }
  at.services.clock.set(start)
})

test('accepting twice at the same moment makes one person and one role', async () => {
  const { path, manager } = await office()
  const address = `${unique()}@example.org`
  await invite(path, manager.cookie, address)
  const link = await invitationLink(address)
  const statuses = (await Promise.all([at.post(link, name), at.post(link, name), at.post(link, name)])).map(
    ({ status }) => status,
  )
  expect(statuses.toSorted((one, other) => one - other)).toEqual([303, 410, 410])
})

test('an invitation without a name comes back with 422 and what was typed', async () => {
  const { path, manager } = await office()
  const address = `${unique()}@example.org`
  await invite(path, manager.cookie, address)
  const link = await invitationLink(address)
  const refused = await at.post(link, { given: 'Hana', order: 'given-first', latinGiven: 'Hana' })
  expect([refused.status, (await refused.text()).includes('value="Hana"')]).toEqual([422, true])
  const half = await at.post(link, { family: '村上', order: 'family-first', latinGiven: 'Hana' })
  expect([half.status, (await half.text()).includes('href="#latinFamily"')]).toEqual([422, true])
})

test('a second invitation to the same role replaces the first', async () => {
  const { path, manager } = await office()
  const address = `${unique()}@example.org`
  await invite(path, manager.cookie, address)
  const first = await invitationLink(address)
  at.services.clock.forward(1000)
  await invite(path, manager.cookie, address)
  expect((await at.get(first)).status).toBe(410)
  expect((await at.get(await invitationLink(address))).status).toBe(200)
})

test('the last manager stays until there is another', async () => {
  const { path, manager, organisation } = await office()
  const end = async (person: { id: string }) =>
    at.post(`${path}/roles/${await assignmentOf(person)}/end`, {}, { cookie: manager.cookie })
  const refused = await end(manager)
  expect([refused.status, (await refused.text()).includes('last manager')]).toEqual([422, true])
  await holder('manager', organisation)
  expect((await end(manager)).status).toBe(303)
  expect((await at.get(`${path}/people`, { cookie: manager.cookie })).status).toBe(404)
})

test('two managers who end each other at the same moment leave one', async () => {
  // Many pairs at once: on a server with several connections, some of them do meet.
  const pairs = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const organisation = await makeOrganisation(at.db)
      return [await holder('manager', organisation), await holder('manager', organisation)] as const
    }),
  )
  const acts = await Promise.all(
    pairs.map(async ([one, other]) => {
      const first = { scope: await scopeOf(one), assignment: await assignmentOf(other) }
      const second = { scope: await scopeOf(other), assignment: await assignmentOf(one) }
      return [first, second]
    }),
  )
  const outcomes = await Promise.all(
    acts.map((pair) => Promise.all(pair.map(({ scope, assignment }) => endRole(at.services, scope, assignment)))),
  )
  const ended = outcomes.map((pair) => pair.filter((outcome) => 'ended' in outcome).length)
  expect(ended).toEqual(pairs.map(() => 1))
})

test('what a manager invited to ends with their role', async () => {
  const { path, manager, organisation } = await office()
  const address = `${unique()}@example.org`
  await invite(path, manager.cookie, address)
  const successor = await holder('manager', organisation)
  await at.post(`${path}/roles/${await assignmentOf(manager)}/end`, {}, { cookie: successor.cookie })
  expect((await at.get(await invitationLink(address))).status).toBe(410)
})

test('a manager gives a further role to somebody who is there, and to nobody else', async () => {
  const { path, manager, organisation } = await office()
  const colleague = await holder('member', organisation)
  const stranger = await makePerson(at.db)
  const give = (person: string, role: string) => at.post(`${path}/roles`, { person, role }, { cookie: manager.cookie })
  expect((await give(colleague.id, 'signatory')).status).toBe(303)
  expect((await give(colleague.id, 'signatory')).status).toBe(422)
  expect((await give(stranger.id, 'signatory')).status).toBe(422)
  expect((await give(colleague.id, 'operator')).status).toBe(422)
})

test('the operator makes managers and operators, and acts for no organisation', async () => {
  const { organisation } = await office()
  const scope = await scopeOf(await holder('operator', null))
  const { id: personId } = await makePerson(at.db)
  const give = (role: Role, organisationId: string | null) =>
    giveRole(at.services, scope, { personId, organisationId, role })
  expect(await give('signatory', organisation.id)).toEqual({ refused: 'not-yours' })
  expect(await give('operator', organisation.id)).toEqual({ refused: 'not-yours' })
  expect(await give('manager', null)).toEqual({ refused: 'not-yours' })
  expect(await give('manager', organisation.id)).toHaveProperty('id')
  expect(await give('operator', null)).toHaveProperty('id')
})

test('no other role, and no manager of another organisation, gives anything here', async () => {
  const { organisation } = await office()
  const elsewhere = (await office()).manager
  const { id: personId } = await makePerson(at.db)
  const others: Role[] = ['coordinator', 'signatory', 'member', 'journalist', 'programme-officer']
  const scopes = [await scopeOf(elsewhere)]
  for (const role of others) scopes.push(await scopeOf(await holder(role, organisation)))
  for (const scope of scopes) {
    expect(await giveRole(at.services, scope, { personId, organisationId: organisation.id, role: 'member' })).toEqual({
      refused: 'not-yours',
    })
    expect(await giveRole(at.services, scope, { personId, organisationId: null, role: 'operator' })).toEqual({
      refused: 'not-yours',
    })
  }
})

test('operators are made from people with an account, and the last one stays', async () => {
  const operator = await holder('operator', null)
  const { address } = await makePerson(at.db)
  const make = (to: string) => at.post('/en/operators', { address: to }, { cookie: operator.cookie })
  expect((await make(address.toUpperCase())).status).toBe(303)
  expect((await make(address)).status).toBe(422)
  const nobody = await make(`${unique()}@example.org`)
  expect([nobody.status, (await nobody.text()).includes('Nobody here has this address')]).toEqual([422, true])
  const html = await (await at.get('/en/operators', { cookie: operator.cookie })).text()
  expect(html).toContain(address)
})
