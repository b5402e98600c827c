import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCategory, makeEvent, type MadeEvent } from '../../../test/factories/events.ts'
import { makeCluster, makeMember } from '../../../test/factories/members.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson, unique } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication, testStart } from '../../../test/harness/application.ts'
import { setGrants } from '../../agreements/grants/opening.ts'
import { suspendAgreement } from '../../agreements/life/suspending.ts'
import { makeAlliance, scopeOf, type TestParty } from '../../agreements/testing/alliance.ts'
import { inForceFor } from '../../agreements/testing/inForce.ts'

let at: TestApplication
let home: TestParty
let partner: TestParty
let agreement: { id: string }
let event: MadeEvent
let firm: MadeOrganisation
let ofFirm: MadePerson

beforeAll(async () => {
  at = await testApplication()
})
beforeEach(async () => {
  const alliance = await makeAlliance(at, 2)
  ;[home, partner] = alliance.parties as [TestParty, TestParty]
  agreement = await inForceFor(at, alliance)
  const days = 24 * 3_600_000
  event = await makeEvent(at.db, {
    lead: home,
    begins: new Date(testStart.getTime() + 10 * days),
    ends: new Date(testStart.getTime() + 11 * days),
    categories: [aCategory({ kind: 'member', closesAt: new Date(testStart.getTime() + 9 * days) })],
  })
  firm = await makeOrganisation(at.db, { name: 'Demo firm', country: 'DE' })
  await makeMember(at.db, firm, await makeCluster(at.db, partner))
  ofFirm = await makePerson(at.db)
  await makeRole(at.db, ofFirm, 'member', firm.id)
})
afterEach(() => at.services.clock.set(testStart))

/** The status of registering as a member, through the form. */
async function comes(person: MadePerson, organisation: { id: string }): Promise<number> {
  const form = {
    family: 'Example',
    given: 'Ada',
    order: 'given-first',
    address: `${unique()}@example.org`,
    organisationId: organisation.id,
    timeZone: 'Europe/Berlin',
    participation: 'yes',
    submission: unique(),
  }
  const address = `/en/events/${event.slug}/registration/member`
  return (await at.post(address, form, { cookie: await at.signIn(person) })).status
}
const open = async (opens: Parameters<typeof setGrants>[3]['opens']) => {
  const scope = await scopeOf(at, home.coordinator)
  await setGrants(at.services, scope, agreement.id, { organisationId: home.id, opens })
}

test('members of the host’s own clusters come, and nobody else without a door', async () => {
  const ours = await makeOrganisation(at.db, { name: 'Demo own', country: 'JP' })
  await makeMember(at.db, ours, await makeCluster(at.db, home))
  const ofOurs = await makePerson(at.db)
  await makeRole(at.db, ofOurs, 'member', ours.id)
  await open({})
  expect(await comes(ofOurs, ours)).toBe(303)
  expect(await comes(home.coordinator, home)).toBe(303)
  expect(await comes(partner.coordinator, partner)).toBe(403)
  expect(await comes(ofFirm, firm)).toBe(403)
  // Whoever names somebody else's organisation does not come for it.
  expect(await comes(ofFirm, ours)).toBe(403)
})

test('partners come while an agreement in force opens events to them, and no longer', async () => {
  await open({ events: 'coordinators' })
  expect(await comes(partner.coordinator, partner)).toBe(303)
  expect(await comes(ofFirm, firm)).toBe(403)
  await open({ events: 'members' })
  expect(await comes(ofFirm, firm)).toBe(303)
  const page = await at.get(`/en/events/${event.slug}/registration/member`, { cookie: await at.signIn(ofFirm) })
  expect(await page.text()).toContain('Demo firm')
  const scope = await scopeOf(at, home.manager)
  await suspendAgreement(at.services, scope, agreement.id, { organisationId: home.id, reason: 'Rest' })
  // Somebody had the page open: what counts is the moment of sending.
  expect(await comes(ofFirm, firm)).toBe(403)
  expect(await comes(partner.coordinator, partner)).toBe(403)
})
