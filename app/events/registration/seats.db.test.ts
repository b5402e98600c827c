import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCategory, makeEvent } from '../../../test/factories/events.ts'
import { unique } from '../../../test/factories/people.ts'
import { anonymous } from '../../accounts/scope.ts'
import { hostDesk, type HostDesk } from '../testing/host.ts'
import type { Decision } from '../tables.ts'
import { decideRegistration, undoDecision } from './deciding.ts'
import { register } from './registering.ts'
import { setCategory } from './settingCategories.ts'
import { withdrawRegistration } from './withdrawing.ts'

type Act =
  | { do: 'register'; affiliation: number }
  | { do: 'decline' | 'confirm' | 'undo' | 'withdraw'; who: number }
  | { do: 'resize'; capacity: number; cap: number }

const who = fc.nat({ max: 11 })
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('register' as const), affiliation: fc.nat({ max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('decline', 'confirm', 'undo', 'withdraw'), who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('resize' as const),
      capacity: fc.integer({ min: 1, max: 5 }),
      cap: fc.integer({ min: 1, max: 3 }),
    }),
  },
)

type Limits = { capacity: number; capPerAffiliation: number }
type Standing = { affiliation: string; decision: Decision }

test('whatever happens in whatever order: never too many, never an empty seat beside somebody who could have it', async () => {
  const desk = await hostDesk()
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(act, { minLength: 4, maxLength: 14 }), async (needsApproval, acts) => {
      const limits: Limits = { capacity: 2, capPerAffiliation: 1 }
      // Lowering the cap takes no seat back, so by affiliation there may be as many as the highest cap has allowed.
      let highest = limits.capPerAffiliation
      const event = await makeEvent(desk.at.db, {
        lead: desk.organisation,
        categories: [aCategory({ ...limits, needsApproval })],
      })
      const made: { id: string; token: string }[] = []
      for (const one of acts) {
        await perform(desk, event.id, one, made, limits, needsApproval)
        highest = Math.max(highest, limits.capPerAffiliation)
        check(await standing(desk, event.id), limits, highest)
      }
    }),
    { numRuns: 6 },
  )
})

async function perform(
  desk: HostDesk,
  eventId: string,
  one: Act,
  made: { id: string; token: string }[],
  limits: Limits,
  needsApproval: boolean,
): Promise<void> {
  const { services } = desk.at
  if (one.do === 'register') {
    const outcome = await register(services, anonymous, {
      eventId,
      kind: 'guest',
      name: { order: 'given-first', native: { family: 'Example' } },
      address: `${unique()}@example.org`,
      affiliation: `Paper ${one.affiliation}`,
      locale: 'en',
      timeZone: 'Asia/Tokyo',
      consents: ['participation'],
    })
    if ('refused' in outcome || !outcome.token) throw new Error('Everybody is taken in')
    made.push({ id: outcome.registrationId, token: outcome.token })
    return
  }
  if (one.do === 'resize') {
    const wanted = { capacity: one.capacity, capPerAffiliation: one.cap }
    const outcome = await setCategory(services, desk.scope, eventId, aCategory({ ...wanted, needsApproval }))
    if (!('refused' in outcome)) Object.assign(limits, wanted)
    return
  }
  const registration = made[one.who]
  if (!registration) return
  if (one.do === 'withdraw') await withdrawRegistration(services, anonymous, registration.token)
  else if (one.do === 'undo') await undoDecision(services, desk.scope, registration.id)
  else {
    const decision = one.do === 'confirm' ? ('confirmed' as const) : ('declined' as const)
    await decideRegistration(services, desk.scope, registration.id, { decision, reason: 'Because.' })
  }
}

const standing = (desk: HostDesk, eventId: string): Promise<Standing[]> =>
  desk.at.db
    .selectFrom('registration')
    .innerJoin('registration_decision as decision', 'decision.registration_id', 'registration.id')
    .select(['affiliation_key as affiliation', 'decision.decision'])
    .where('event_id', '=', eventId)
    .where('replaced_at', 'is', null)
    .orderBy('arrival')
    .$narrowType<{ affiliation: string }>()
    .execute()

function check(all: Standing[], { capacity, capPerAffiliation }: Limits, highest: number): void {
  const confirmed = all.filter(({ decision }) => decision === 'confirmed')
  const of = (affiliation: string) => confirmed.filter((one) => one.affiliation === affiliation).length
  expect(confirmed.length).toBeLessThanOrEqual(capacity)
  for (const { affiliation } of confirmed) expect(of(affiliation)).toBeLessThanOrEqual(highest)
  if (confirmed.length === capacity) return
  // A seat is free: whoever waits may not have it because their affiliation has all of its own.
  for (const { affiliation, decision } of all)
    if (decision === 'waiting') expect(of(affiliation)).toBeGreaterThanOrEqual(capPerAffiliation)
}
