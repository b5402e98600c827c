import type { Db, Tx } from '../../platform/db/tables.ts'
import type { TransferGround } from './tables.ts'

/** The European Economic Area: the Union, Iceland, Liechtenstein and Norway. */
const EEA = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' '),
)

/**
 * On what ground personal data may go from one country to another, or null where there is none. Between the European Economic Area and Japan
 * the adequacy decisions of 23 January 2019 stand, in both directions; the receiver in Japan keeps origin and purpose (Supplementary Rules
 * of the Personal Information Protection Commission). Any other country needs the consent of those concerned.
 */
export function groundOf(origin: string, destination: string): Exclude<TransferGround, 'consent'> | null {
  if (origin === destination) return 'same-country'
  const [from, to] = [EEA.has(origin), EEA.has(destination)]
  if (from && to) return 'eea'
  if ((from && destination === 'JP') || (origin === 'JP' && to)) return 'adequacy'
  return null
}

/** The same, with the consent that a member has on record for a country. */
export async function mayTransfer(
  db: Db | Tx,
  { organisationId, origin, destination }: { organisationId: string; origin: string; destination: string },
): Promise<TransferGround | null> {
  const ground = groundOf(origin, destination)
  if (ground) return ground
  const consent = await db
    .selectFrom('transfer_consent')
    .select('given_at')
    .where('organisation_id', '=', organisationId)
    .where('destination', '=', destination)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return consent ? 'consent' : null
}
