import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'

/** The agreement in force under which one cluster's office opens introductions to another's; null where there is none. */
export async function agreementFor(
  db: Db | Tx,
  { fromOfficeId, toOfficeId, now }: { fromOfficeId: string; toOfficeId: string; now: Date },
): Promise<string | null> {
  const row = await db
    .selectFrom('agreement_grant as door')
    .innerJoin('agreement_party as party', 'party.agreement_id', 'door.agreement_id')
    .select('door.agreement_id')
    .where('door.organisation_id', '=', toOfficeId)
    .where('door.opens', '=', 'referrals')
    .where('door.withdrawn_at', 'is', null)
    .where('party.organisation_id', '=', fromOfficeId)
    .where('party.organisation_id', '<>', toOfficeId)
    .where(sql<boolean>`agreement_in_force(door.agreement_id, ${now.toISOString()}::timestamptz)`)
    .orderBy('door.given_at')
    .executeTakeFirst()
  return row?.agreement_id ?? null
}
