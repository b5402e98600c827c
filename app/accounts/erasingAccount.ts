import { catalogues } from '../platform/i18n/catalogue.ts'
import { locales } from '../language/locales.ts'
import { erasePersonal } from '../platform/audit/erase.ts'
import { purgeMails } from '../platform/mail/purge.ts'
import type { Tx } from '../platform/db/tables.ts'
import { json } from '../platform/db/values.ts'
import type { Leaver } from '../web/erasing.ts'

/**
 * Empties an account: nothing in it names anybody or signs anybody in any more. The row stays, since acts and signatures point to it; the
 * chains stay whole and say "erased" where a name was.
 */
export async function eraseAccount(tx: Tx, { personId, address, at }: Leaver): Promise<void> {
  await tx.deleteFrom('sign_in_link').where('person_id', '=', personId).execute()
  await tx.deleteFrom('session').where('person_id', '=', personId).execute()
  await tx.deleteFrom('passkey').where('person_id', '=', personId).execute()
  await tx.deleteFrom('passkey_challenge').where('person_id', '=', personId).execute()
  await tx.deleteFrom('access_token').where('person_id', '=', personId).execute()
  await tx.deleteFrom('office').where('person_id', '=', personId).execute()
  await tx
    .updateTable('role_assignment')
    .set({ ended_at: at, ended_by: personId })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .updateTable('invitation')
    .set({ address: 'erased@erased.invalid' })
    .where('address', '=', address)
    .where((row) => row.or([row('accepted_at', 'is not', null), row('withdrawn_at', 'is not', null)]))
    .execute()
  await purgeMails(tx, at, { address })
  await erasePersonal(tx, personId)
  const label = Object.fromEntries(locales.map((locale) => [locale, catalogues[locale].erasure.nobody]))
  await tx
    .updateTable('person')
    .set({ name: json({ label }), address: null, time_zone: 'UTC', erased_at: at })
    .where('id', '=', personId)
    .execute()
}
