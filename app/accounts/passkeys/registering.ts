import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { displaySafe, truncate } from '../../language/displaySafe.ts'
import { json } from '../../platform/db/values.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { recordOwnAct } from '../activity.ts'
import type { Scope, SignedIn } from '../scope.ts'
import { readRegistration } from './answers.ts'
import { claimChallenge, issueChallenge } from './challenges.ts'
import { passkeysOf } from './keeping.ts'
import { algorithms, relyingParty } from './relyingParty.ts'

const purpose = 'register'

/**
 * Options for `navigator.credentials.create`: a passkey that names its owner by itself (discoverable) and asks for fingerprint, face or
 * PIN. Attestation is not asked for: which make of device somebody uses is not our business.
 */
export async function registrationOptions(
  services: Services,
  person: SignedIn,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { db } = services.database
  const party = relyingParty(services.config)
  const existing = await passkeysOf(db, person.personId)
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: new Uint8Array(Buffer.from(person.personId)),
    userName: person.address,
    userDisplayName: person.name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: existing.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await issueChallenge(db, options.challenge, { personId: person.personId, purpose }, services.clock.now())
  return options
}

export type RegisterRefusal = { refused: 'not-yours' | 'too-late' | 'not-valid' | 'already-there' }

/** Adds a passkey to the asker's account. `response`: the JSON of the new credential. */
export async function registerPasskey(
  services: Services,
  scope: Scope,
  entry: { response: string; label: string },
): Promise<{ id: string } | RegisterRefusal> {
  const personId = scope.person?.personId
  if (!personId) return { refused: 'not-yours' }
  const { db } = services.database
  const now = services.clock.now()
  const answer = readRegistration(entry.response)
  if (!answer) return { refused: 'not-valid' }
  if (!(await claimChallenge(db, answer.challenge, { personId, purpose }, now))) return { refused: 'too-late' }
  const verified = await verify(services, answer)
  if (!verified) return { refused: 'not-valid' }
  return transaction(db, async (tx) => {
    const { credential } = verified
    const added = await tx
      .insertInto('passkey')
      .values({
        id: credential.id,
        person_id: personId,
        public_key: credential.publicKey,
        counter: credential.counter,
        transports: json(credential.transports ?? []),
        label: truncate(displaySafe(entry.label), 60),
        created_at: now,
        last_used_at: null,
        removed_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return { refused: 'already-there' as const }
    await recordOwnAct(tx, personId, 'passkey.added', now)
    return { id: added.id }
  })
}

async function verify(services: Services, answer: NonNullable<ReturnType<typeof readRegistration>>) {
  const party = relyingParty(services.config)
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer.response,
      expectedChallenge: answer.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    return registrationInfo ?? null
  } catch {
    // The library throws for every answer that does not fit; which of its many reasons it was helps nobody here.
    return null
  }
}
