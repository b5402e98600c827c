import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'

const MINUTE = 60 * 1000

/** Long enough to find the telephone that holds the passkey (milliseconds). */
const challengeLife = 10 * MINUTE

export type ChallengeFor = {
  /** Null where nobody is signed in yet. */
  personId: string | null
  /** `sign-in`, `register`, `consent:<id>`: an answer for one purpose is worth nothing for another. */
  purpose: string
}

/** A random challenge (256 bits, base64url). */
export const randomChallenge = (): string => randomBytes(32).toString('base64url')

/** Remembers that this challenge was put to somebody. */
export async function issueChallenge(
  db: Db | Tx,
  challenge: string,
  { personId, purpose }: ChallengeFor,
  now: Date,
): Promise<void> {
  await db
    .insertInto('passkey_challenge')
    .values({
      id: newId(),
      challenge,
      person_id: personId,
      purpose,
      created_at: now,
      expires_at: new Date(now.getTime() + challengeLife),
      used_at: null,
    })
    .execute()
}

/**
 * Takes a challenge, whatever comes of it: a second answer to the same one finds it gone. False when it was not put to this person
 * for this purpose, has been answered, or is too old.
 */
export async function claimChallenge(
  db: Db | Tx,
  challenge: string,
  { personId, purpose }: ChallengeFor,
  now: Date,
): Promise<boolean> {
  const claimed = await db
    .updateTable('passkey_challenge')
    .set({ used_at: now })
    .where('challenge', '=', challenge)
    .where('person_id', 'is not distinct from', personId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  return claimed.length > 0
}
