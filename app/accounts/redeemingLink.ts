import { storedNameText } from '../organisations/storedName.ts'
import type { Locale } from '../language/locales.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { startSession } from './session.ts'

export type LinkRefusal = { refused: 'unknown' | 'used' | 'expired'; personId?: string }

/** What a link would do, without using it: programs that check mail open links before people do. */
export async function lookAtLink(
  services: Services,
  token: string,
  reader: Locale,
): Promise<{ personId: string; name: string } | LinkRefusal> {
  const link = await linkOf(services.database.db, token)
  const refusal = refusalOf(link, services.clock.now())
  if (!link || refusal) return refusal ?? { refused: 'unknown' }
  return { personId: link.person_id, name: storedNameText(link.name, reader) }
}

/**
 * Signs in by a link, once. The row is claimed by one conditional update, so of two tries at the same moment exactly one
 * gets a session.
 */
export async function redeemLink(
  services: Services,
  token: string,
  browser: { device: string; replaces?: string | undefined },
): Promise<{ session: string; returnTo: string | null } | LinkRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const claimed = await tx
      .updateTable('sign_in_link')
      .set({ used_at: now })
      .where('token_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('person')
            .select('id')
            .whereRef('person.id', '=', 'sign_in_link.person_id')
            .where('erased_at', 'is', null),
        ),
      )
      .returning(['person_id', 'return_to'])
      .executeTakeFirst()
    if (!claimed) return refusalOf(await linkOf(tx, token), now) ?? { refused: 'unknown' as const }
    const session = await startSession(tx, { personId: claimed.person_id, method: 'mail-link', ...browser }, now)
    return { session, returnTo: claimed.return_to }
  })
}

type Link = NonNullable<Awaited<ReturnType<typeof linkOf>>>

const linkOf = (db: Db | Tx, token: string) =>
  db
    .selectFrom('sign_in_link')
    .innerJoin('person', 'person.id', 'sign_in_link.person_id')
    .select(['person_id', 'used_at', 'expires_at', 'person.name'])
    .where('token_hash', '=', hashToken(token))
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()

function refusalOf(link: Link | undefined, now: Date): LinkRefusal | null {
  if (!link) return { refused: 'unknown' }
  if (link.used_at) return { refused: 'used', personId: link.person_id }
  return link.expires_at <= now ? { refused: 'expired', personId: link.person_id } : null
}
