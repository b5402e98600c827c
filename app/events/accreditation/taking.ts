import type { Locale } from '../../language/locales.ts'
import { json } from '../../platform/db/values.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Services } from '../../web/env.ts'
import { mobileKey, outletKey } from './nameKeys.ts'
import type { PressEvent } from './pressEvent.ts'
import { keepProof } from './proofs/keeping.ts'
import type { Upload } from './proofs/sniffing.ts'
import { rulesOf } from './rules.ts'
import type { PressRole } from './tables.ts'
import { termsOf } from './terms.ts'

/** What a journalist applies with, besides what every registration has. */
export type PressDetails = {
  outlet: string
  role: PressRole
  /** People, the applicant included. */
  crew: number
  /** As written; see `normalisePhone`. */
  mobile: string
  pressClub: string | null
  wishesToAsk: boolean
  question: string | null
  languages: Locale[]
  /** The version that was on the page when it was accepted, and the language in which it was read. */
  rules: { version: number; locale: Locale } | null
  proof: Upload | null
}

export type TakingRefusal = { refused: 'rules-not-accepted' | 'crew-taken' | 'proof-needed' | 'too-large-crew' }

/** Keeps the press part of a registration, in the registration's own transaction: both are there, or neither is. */
export async function takeApplication(
  tx: Tx,
  services: Pick<Services, 'secrets' | 'clock'>,
  event: PressEvent,
  registration: { id: string; standingId: string | null },
  details: PressDetails,
): Promise<TakingRefusal | null> {
  const now = services.clock.now()
  const [rules, terms] = [await rulesOf(tx, event.id), await termsOf(tx, event.id)]
  if (rules && rules.version !== details.rules?.version) return { refused: 'rules-not-accepted' }
  if (terms.proofNeeded && !details.proof && !registration.standingId) return { refused: 'proof-needed' }
  if (details.crew > terms.largestCrew) return { refused: 'too-large-crew' }
  const key = outletKey(details.outlet)
  if (details.role === 'tv-crew' && (await hasCrew(tx, event.id, key))) return { refused: 'crew-taken' }
  await tx
    .insertInto('accreditation')
    .values({
      registration_id: registration.id,
      event_id: event.id,
      role: details.role,
      outlet: details.outlet,
      crew: details.crew,
      mobile: details.mobile,
      press_club: details.pressClub,
      wishes_to_ask: details.wishesToAsk,
      question: details.question,
      languages: json(details.languages),
      outlet_key: key,
      mobile_key: mobileKey(details.mobile),
      rules_id: rules?.id ?? null,
      rules_locale: rules && details.rules ? details.rules.locale : null,
      rules_accepted_at: rules ? now : null,
      standing_id: registration.standingId,
    })
    .execute()
  // The cap of an outlet counts it under any of its spellings.
  await tx.updateTable('registration').set({ affiliation_key: key }).where('id', '=', registration.id).execute()
  if (details.proof) await keepProof(tx, services, registration.id, details.proof, now)
  return null
}

/** TV 1クルー: one crew an outlet, however it spells its name. Registering holds the category, so applications come one after another. */
async function hasCrew(tx: Tx, eventId: string, key: string): Promise<boolean> {
  const crew = await tx
    .selectFrom('accreditation')
    .innerJoin('registration_decision', 'registration_decision.registration_id', 'accreditation.registration_id')
    .select('accreditation.registration_id')
    .where('accreditation.event_id', '=', eventId)
    .where('accreditation.role', '=', 'tv-crew')
    .where('outlet_key', '=', key)
    .where('replaced_at', 'is', null)
    .where('decision', 'in', ['pending', 'confirmed', 'waiting', 'late'])
    .executeTakeFirst()
  return crew !== undefined
}
