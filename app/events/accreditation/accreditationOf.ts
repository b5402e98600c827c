import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { PressRole } from './tables.ts'

/** What other rooms may know of somebody who is accredited: nothing that was only told to the press office. */
export type Accreditation = {
  registrationId: string
  eventId: string
  outlet: string
  outletKey: string
  role: PressRole
  wishesToAsk: boolean
  /** Confirmed, and neither declined nor withdrawn since. */
  accredited: boolean
  rulesVersion: number | null
  rulesAcceptedAt: Date | null
}

/** Null for a registration that is no journalist's. */
export async function accreditationOf(db: Db | Tx, registrationId: string): Promise<Accreditation | null> {
  const row = await db
    .selectFrom('accreditation')
    .leftJoin('coverage_rules', 'coverage_rules.id', 'accreditation.rules_id')
    .leftJoin('registration_decision', (join) =>
      join
        .onRef('registration_decision.registration_id', '=', 'accreditation.registration_id')
        .on(sql<boolean>`registration_decision.replaced_at is null`),
    )
    .selectAll('accreditation')
    .select(['coverage_rules.version', 'registration_decision.decision'])
    .where('accreditation.registration_id', '=', registrationId)
    .executeTakeFirst()
  if (!row) return null
  return {
    registrationId,
    eventId: row.event_id,
    outlet: row.outlet,
    outletKey: row.outlet_key,
    role: row.role,
    wishesToAsk: row.wishes_to_ask,
    accredited: row.decision === 'confirmed',
    rulesVersion: row.version,
    rulesAcceptedAt: row.rules_accepted_at,
  }
}

/** Accredited, and said so when applying: whoever did not wish to ask is told how to change that by the press office. */
export async function mayAsk(db: Db | Tx, registrationId: string): Promise<boolean> {
  const found = await accreditationOf(db, registrationId)
  return found !== null && found.accredited && found.wishesToAsk
}
