import type { Scope } from '../../accounts/scope.ts'
import { nameText } from '../../language/names.ts'
import type { Db } from '../../platform/db/tables.ts'
import { hashToken } from '../../platform/ids.ts'
import type { EventView } from '../event.ts'
import { mayOrganise } from '../policy.ts'
import type { CategoryKind, Decision } from '../tables.ts'
import { addressKey, affiliationKey } from './keys.ts'
import { type Registration, selectRegistrations } from './registration.ts'

/** The registration of a personal address; whoever has the address is let in, so the scope is not asked. */
export const registrationByToken = (db: Db, _scope: Scope, token: string): Promise<Registration | undefined> =>
  selectRegistrations(db).where('manage_hash', '=', hashToken(token)).executeTakeFirst()

export type RegistrationFilter = {
  decision?: Decision | undefined
  kind?: CategoryKind | undefined
  /** Part of a name, an affiliation or an address, in any width and case. */
  search?: string | undefined
}

/** Registrations in order of arrival, for those who organise the event; nothing for anybody else. */
export async function listRegistrations(
  db: Db,
  scope: Scope,
  event: EventView,
  filter: RegistrationFilter = {},
): Promise<Registration[]> {
  if (!mayOrganise(scope, event)) return []
  let query = selectRegistrations(db).where('registration.event_id', '=', event.id).orderBy('arrival')
  if (filter.decision) query = query.where('decision.decision', '=', filter.decision)
  if (filter.kind) query = query.where('category.kind', '=', filter.kind)
  const found = await query.execute()
  const wanted = filter.search ? affiliationKey(filter.search) : ''
  // Names have several spellings in one column: what a reader would call the same is decided here, not by the database.
  return wanted === '' ? found : found.filter((one) => spellingsOf(one).some((text) => text.includes(wanted)))
}

const spellingsOf = (one: Registration): string[] => [
  addressKey(one.address),
  one.affiliationKey ?? '',
  ...[one.name.native, one.name.latin, one.name.kana].flatMap((form) =>
    form
      ? [affiliationKey(`${form.family}${form.given ?? ''}`), affiliationKey(`${form.given ?? ''}${form.family}`)]
      : [],
  ),
  affiliationKey(nameText(one.name, 'en')),
]

export async function organisedRegistration(
  db: Db,
  scope: Scope,
  event: EventView,
  id: string,
): Promise<Registration | undefined> {
  if (!mayOrganise(scope, event)) return undefined
  return selectRegistrations(db)
    .where('registration.id', '=', id)
    .where('registration.event_id', '=', event.id)
    .executeTakeFirst()
}

export type DecisionMade = { decision: Decision; reason: string | null; at: Date; by: string | null }

/** Every decision on one registration, oldest first; the asker may see the registration. */
export async function decisionsOn(db: Db, _scope: Scope, registrationId: string): Promise<DecisionMade[]> {
  const rows = await db
    .selectFrom('registration_decision')
    .select(['decision', 'reason', 'decided_at', 'decided_by'])
    .where('registration_id', '=', registrationId)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ decision: row.decision, reason: row.reason, at: row.decided_at, by: row.decided_by }))
}
