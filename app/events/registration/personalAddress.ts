import type { Db, Tx } from '../../platform/db/tables.ts'
import { hashToken, newToken } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'

const PURPOSE = 'registration-address'

/** A registrant's token: found by its hash, and kept locked so that every later mail can carry the same address. */
export function newPersonalToken({ secrets }: Pick<Services, 'secrets'>) {
  const token = newToken()
  return { token, hash: hashToken(token), locked: secrets.lock(new TextEncoder().encode(token), PURPOSE) }
}

export const unlockToken = ({ secrets }: Pick<Services, 'secrets'>, locked: Uint8Array): string =>
  new TextDecoder().decode(secrets.unlock(locked, PURPOSE))

/**
 * Where somebody sees, changes and withdraws their registration without an account: for mails to them, and for nobody else. Null when
 * there is no such registration.
 */
export async function personalAddressOf(
  services: Pick<Services, 'secrets' | 'config'>,
  db: Db | Tx,
  registrationId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('registration')
    .select(['manage_locked', 'locale'])
    .where('id', '=', registrationId)
    .executeTakeFirst()
  if (!row?.manage_locked) return null
  return `${services.config.origin}/${row.locale}/registrations/${unlockToken(services, row.manage_locked)}`
}
