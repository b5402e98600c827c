import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { startSession } from '../session.ts'
import { type Answer, readAssertion } from './answers.ts'
import { claimChallenge, issueChallenge, randomChallenge } from './challenges.ts'
import { passkeysOf } from './keeping.ts'
import { relyingParty } from './relyingParty.ts'

/** What proves later that a passkey confirmed something: with the public key, anybody can check it. All base64url. */
export type PasskeyEvidence = {
  credentialId: string
  authenticatorData: string
  clientDataJson: string
  signature: string
}

export type AssertionRefusal = { refused: 'too-late' | 'not-valid' | 'unknown' }

const signIn = { personId: null, purpose: 'sign-in' }

/** Options for `navigator.credentials.get` where nobody is signed in: the passkey says whose it is. */
export async function signInOptions(services: Services): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = randomChallenge()
  await issueChallenge(services.database.db, challenge, signIn, services.clock.now())
  return requestOptions(services, challenge, undefined)
}

/** Signs in by a discoverable passkey. `response`: the JSON of the answer. */
export async function signInByPasskey(
  services: Services,
  response: string,
  browser: { device: string; replaces?: string | undefined },
): Promise<{ session: string; personId: string } | AssertionRefusal> {
  const answer = readAssertion(response)
  if (!answer) return { refused: 'not-valid' }
  const now = services.clock.now()
  const { db } = services.database
  if (!(await claimChallenge(db, answer.challenge, signIn, now))) return { refused: 'too-late' }
  const verified = await verifyAnswer(services, answer, null)
  if ('refused' in verified) return verified
  const { personId } = verified
  const session = await transaction(db, (tx) => startSession(tx, { personId, method: 'passkey', ...browser }, now))
  return { session, personId }
}

/**
 * Options for confirming something with one of a person's passkeys. `challenge` is the caller's to choose (base64url, at least 16 bytes):
 * the SHA-256 of what is confirmed ties the answer to exactly that. `purpose` names the act (`consent:<agreement>`), and an answer counts
 * for it alone. Null when the person has no passkey.
 */
export async function passkeyOptionsFor(
  services: Services,
  personId: string,
  purpose: string,
  challenge: string,
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const { db } = services.database
  const passkeys = await passkeysOf(db, personId)
  if (passkeys.length === 0) return null
  await issueChallenge(db, challenge, { personId, purpose }, services.clock.now())
  return requestOptions(services, challenge, passkeys)
}

/**
 * Checks a passkey's answer to `passkeyOptionsFor`: same person, purpose and challenge, each challenge once, the owner verified by
 * fingerprint, face or PIN. Not to be called inside a transaction: what was tried must stay tried.
 */
export async function verifyAssertion(
  services: Services,
  asked: { personId: string; purpose: string; challenge: string },
  response: string,
): Promise<{ evidence: PasskeyEvidence } | AssertionRefusal> {
  const answer = readAssertion(response)
  if (!answer || answer.challenge !== asked.challenge) return { refused: 'not-valid' }
  if (!(await claimChallenge(services.database.db, asked.challenge, asked, services.clock.now())))
    return { refused: 'too-late' }
  const verified = await verifyAnswer(services, answer, asked.personId)
  return 'refused' in verified ? verified : { evidence: verified.evidence }
}

const requestOptions = (
  services: Services,
  challenge: string,
  allowed: { id: string; transports: string[] }[] | undefined,
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: relyingParty(services.config).id,
    // The library encodes text once more: it must be given the bytes.
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
    ...(allowed ? { allowCredentials: allowed.map(({ id, transports }) => ({ id, transports })) } : {}),
  })

type Verified = { personId: string; evidence: PasskeyEvidence }

async function verifyAnswer(
  services: Services,
  { response, challenge }: Answer<AuthenticationResponseJSON>,
  owner: string | null,
): Promise<Verified | AssertionRefusal> {
  const passkey = await storedPasskey(services, response.id)
  if (!passkey || (owner && passkey.person_id !== owner)) return { refused: 'unknown' }
  const handle = response.response.userHandle
  if (handle && Buffer.from(handle, 'base64url').toString() !== passkey.person_id) return { refused: 'not-valid' }
  const counter = await newCounter(services, response, challenge, passkey)
  if (counter === null || !(await noteUse(services, passkey, counter))) return { refused: 'not-valid' }
  const { authenticatorData, clientDataJSON, signature } = response.response
  return {
    personId: passkey.person_id,
    evidence: { credentialId: passkey.id, authenticatorData, clientDataJson: clientDataJSON, signature },
  }
}

type StoredPasskey = NonNullable<Awaited<ReturnType<typeof storedPasskey>>>

const storedPasskey = (services: Services, id: string) =>
  services.database.db
    .selectFrom('passkey')
    .innerJoin('person', 'person.id', 'passkey.person_id')
    .select(['passkey.id', 'passkey.person_id', 'passkey.public_key', 'passkey.counter'])
    .where('passkey.id', '=', id)
    .where('passkey.removed_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()

/** The authenticator's new count of uses; null when the answer does not hold, also when the count did not grow: then there is a copy. */
async function newCounter(
  services: Services,
  response: AuthenticationResponseJSON,
  challenge: string,
  passkey: StoredPasskey,
): Promise<number | null> {
  const party = relyingParty(services.config)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.public_key), counter: passkey.counter },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    // The library throws for every answer that does not fit.
    return null
  }
}

/** False when another answer of the same passkey came in between: of two with one count, the second is the copy. */
async function noteUse(services: Services, passkey: StoredPasskey, counter: number): Promise<boolean> {
  const noted = await services.database.db
    .updateTable('passkey')
    .set({ counter, last_used_at: services.clock.now() })
    .where('id', '=', passkey.id)
    .where('counter', '=', passkey.counter)
    .executeTakeFirst()
  return noted.numUpdatedRows === 1n
}
