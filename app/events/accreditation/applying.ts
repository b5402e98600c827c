import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { PersonName } from '../../language/names.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Services } from '../../web/env.ts'
import { roomFor } from '../registration/counting.ts'
import { replaceDecision } from '../registration/decisions.ts'
import { lockCategory } from '../registration/locking.ts'
import { seatIn } from '../registration/placing.ts'
import { register, type Registered, type RegistrationRefusal } from '../registration/registering.ts'
import type { Decision } from '../tables.ts'
import { outletKey } from './nameKeys.ts'
import type { PressEvent } from './pressEvent.ts'
import { standingByLink, useStandingLink } from './standing/linking.ts'
import { type PressDetails, takeApplication, type TakingRefusal } from './taking.ts'

export type Applicant = {
  name: PersonName
  address: string
  /** In which one wants to be written to. */
  locale: Locale
  timeZone: string
  answers: Record<string, string>
  /** Whether the form's use of data was agreed to. */
  agreed: boolean
  submission: string | null
}

export type ApplyingRefusal = RegistrationRefusal | TakingRefusal | { refused: 'standing-gone' }

/** A journalist applies: registers for the press, and leaves with it what the press office needs to decide. */
export async function applyAsJournalist(
  services: Services,
  scope: Scope,
  event: PressEvent,
  input: Applicant & PressDetails,
): Promise<Registered | ApplyingRefusal> {
  return register<TakingRefusal>(services, scope, registrationOf(event, input), (tx, id) =>
    takeApplication(tx, services, event, { id, standingId: null }, input),
  )
}

type StandingInput = Omit<Applicant, 'name' | 'address'> & Omit<PressDetails, 'outlet' | 'role' | 'proof'>

/**
 * Applies by a standing accreditation, proved by the link that was sent to its address: who comes in time is admitted without a new review
 * if there is a place. Name, outlet and role are those that were reviewed.
 */
export async function applyByStanding(
  services: Services,
  scope: Scope,
  event: PressEvent,
  token: string,
  input: StandingInput,
): Promise<Registered | ApplyingRefusal> {
  const now = services.clock.now()
  const standing = await standingByLink(services.database.db, event, token, now)
  if (!standing) return { refused: 'standing-gone' }
  const { name, address, outlet, role } = standing
  const whole = { ...input, name, address, outlet, role, proof: null }
  let admitted: Decision | null = null
  const outcome = await register<ApplyingRefusal>(services, scope, registrationOf(event, whole), async (tx, id) => {
    if (!(await useStandingLink(tx, token, now))) return { refused: 'standing-gone' }
    const refusal = await takeApplication(tx, services, event, { id, standingId: standing.id }, whole)
    if (refusal) return refusal
    const decision = await admit(services, tx, scope, event, id, outletKey(outlet))
    if (typeof decision === 'object') return decision
    admitted = decision
    return null
  })
  return 'refused' in outcome || !admitted ? outcome : { ...outcome, decision: admitted }
}

const registrationOf = (event: PressEvent, input: Applicant & { outlet: string }) => ({
  eventId: event.id,
  kind: 'press' as const,
  name: input.name,
  address: input.address,
  affiliation: input.outlet,
  locale: input.locale,
  timeZone: input.timeZone,
  answers: input.answers,
  consents: input.agreed ? (['participation'] as const) : [],
  submission: input.submission,
})

/** Only what waits for a review is decided here; whoever came late stays with the late ones. */
async function admit(
  services: Services,
  tx: Tx,
  scope: Scope,
  event: PressEvent,
  registrationId: string,
  key: string,
): Promise<Decision | RegistrationRefusal> {
  const category = await lockCategory(tx, { eventId: event.id, kind: 'press' })
  const { decision: now } = await tx
    .selectFrom('registration_decision')
    .select('decision')
    .where('registration_id', '=', registrationId)
    .where('replaced_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (!category || now !== 'pending') return now
  const seat = seatIn(await roomFor(tx, category, key))
  if (seat !== 'seat' && !category.waitingList) return { refused: seat }
  const decision = seat === 'seat' ? 'confirmed' : 'waiting'
  const decided = { registrationId, decision, by: null, verb: 'registration.admitted-by-standing' } as const
  await replaceDecision(services, tx, scope, category, decided)
  return decision
}
