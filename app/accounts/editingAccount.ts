import type { Locale } from '../language/locales.ts'
import type { PersonName } from '../language/names.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import type { Services } from '../web/env.ts'
import { recordOwnAct } from './activity.ts'
import type { Scope } from './scope.ts'

/** `name` null leaves it as it is: the people of a demonstration have designations, which are not theirs to change. */
export type AccountEntry = { name: PersonName | null; locale: Locale; timeZone: string }

/** Changes the asker's own name, language and time zone. */
export async function editAccount(
  services: Services,
  scope: Scope,
  entry: AccountEntry,
): Promise<{ saved: true } | { refused: 'not-yours' }> {
  const personId = scope.person?.personId
  if (!personId) return { refused: 'not-yours' }
  const { name, locale, timeZone } = entry
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    await tx
      .updateTable('person')
      .set({ locale, time_zone: timeZone, ...(name ? { name: json(name) } : {}) })
      .where('id', '=', personId)
      .execute()
    await recordOwnAct(tx, personId, 'account.edited', now)
    return { saved: true as const }
  })
}
