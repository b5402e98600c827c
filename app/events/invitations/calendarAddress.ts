import type { Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { isLocale, type Locale } from '../../language/locales.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { hashToken, newId, newToken } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'

/** A secret address for one's own calendar. Only its hash is kept, so it is shown this once; an earlier one ends. */
export async function makeCalendarAddress(
  services: Services,
  scope: Scope,
): Promise<{ token: string } | { refused: 'not-signed-in' }> {
  const { person } = scope
  if (!person) return { refused: 'not-signed-in' }
  const token = newToken()
  const now = services.clock.now()
  await transaction(services.database.db, async (tx) => {
    await endOf(tx, person.personId, now)
    await tx
      .insertInto('calendar_address')
      .values({ id: newId(), person_id: person.personId, token_hash: hashToken(token), made_at: now, ended_at: null })
      .execute()
    await record(tx, scope, 'calendar-address.made', now)
  })
  return { token }
}

/** From now on the address shows nothing. */
export async function endCalendarAddress(
  services: Services,
  scope: Scope,
): Promise<{ ended: true } | { refused: 'not-signed-in' | 'not-there' }> {
  const { person } = scope
  if (!person) return { refused: 'not-signed-in' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    if (!(await endOf(tx, person.personId, now))) return { refused: 'not-there' as const }
    await record(tx, scope, 'calendar-address.ended', now)
    return { ended: true as const }
  })
}

async function endOf(tx: Tx, personId: string, now: Date): Promise<boolean> {
  // Two at once would both end nothing and then both make one.
  await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute()
  const ended = await tx
    .updateTable('calendar_address')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

const record = (tx: Tx, scope: Scope, verb: string, at: Date) =>
  recordActivity(tx, {
    subject: { kind: 'person', id: scope.person!.personId },
    verb,
    actor: actorOf(scope),
    facts: {},
    at,
  })

/** Since when the asker has an address; null where there is none. */
export async function calendarAddressOf(db: Db, scope: Scope): Promise<Date | null> {
  if (!scope.person) return null
  const row = await db
    .selectFrom('calendar_address')
    .select('made_at')
    .where('person_id', '=', scope.person.personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.made_at ?? null
}

/** Whose calendar an address opens. */
export async function ownerOf(db: Db, token: string): Promise<{ id: string; address: string; locale: Locale } | null> {
  const row = await db
    .selectFrom('calendar_address')
    .innerJoin('person', 'person.id', 'calendar_address.person_id')
    .select(['person.id', 'person.address', 'person.locale'])
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!row?.address) return null
  return { id: row.id, address: row.address, locale: isLocale(row.locale) ? row.locale : 'en' }
}
