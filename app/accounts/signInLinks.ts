import type { Db, Tx } from '../platform/db/tables.ts'
import { hashToken, newToken } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { localPath } from './localPath.ts'

const MINUTE = 60 * 1000

/** Mail may take its time, and greylisting takes a quarter of an hour (milliseconds). */
export const linkLife = 30 * MINUTE

export type NewLink = { personId: string; returnTo: string | null; validFor?: number }

/** Makes a link for one sign-in. @returns its token; the database keeps only the hash. */
export async function newSignInLink(
  db: Db | Tx,
  { personId, returnTo, validFor = linkLife }: NewLink,
  now: Date,
): Promise<string> {
  const token = newToken()
  await db
    .insertInto('sign_in_link')
    .values({
      token_hash: hashToken(token),
      person_id: personId,
      return_to: localPath(returnTo),
      created_at: now,
      expires_at: new Date(now.getTime() + validFor),
      used_at: null,
    })
    .execute()
  return token
}

const DAY = 24 * 60 * MINUTE

/**
 * The address of a sign-in link for somebody, for whoever already commands the machine: the start command prints one per role.
 * @throws when there is no such person: a mistake of the caller.
 */
export async function signInLinkFor(
  services: Services,
  personId: string,
  { returnTo = null, validFor = DAY }: { returnTo?: string | null; validFor?: number } = {},
): Promise<string> {
  const { db } = services.database
  const { locale } = await db.selectFrom('person').select('locale').where('id', '=', personId).executeTakeFirstOrThrow()
  const token = await newSignInLink(db, { personId, returnTo, validFor }, services.clock.now())
  return `${services.config.origin}/${locale}/sign-in/${token}`
}
