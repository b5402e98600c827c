import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Services } from '../../web/env.ts'
import type { Recipient } from '../invitations/composing.ts'
import type { Audience } from '../invitations/tables.ts'
import { unlockToken } from '../registration/personalAddress.ts'

/** Those with a place who came, or of whom it is not recorded that they did. Each address once. */
export async function recipientsOf(
  services: Services,
  db: Db | Tx,
  eventId: string,
  audience: Audience,
): Promise<Recipient[]> {
  const came = sql<boolean>`bool_or(coalesce(attendance.came, false)) over (partition by address_key)`
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('registration')
        .innerJoin('registration_decision as decision', (join) =>
          join
            .onRef('decision.registration_id', '=', 'registration.id')
            .on('decision.replaced_at', 'is', null)
            .on('decision.decision', '=', 'confirmed'),
        )
        .leftJoin('attendance', (join) =>
          join.onRef('attendance.registration_id', '=', 'registration.id').on('attendance.replaced_at', 'is', null),
        )
        .select(['name', 'address', 'address_key', 'locale', 'time_zone', 'manage_locked', 'arrival'])
        .select([came.as('did_come'), 'attendance.came'])
        .where('event_id', '=', eventId)
        .as('one'),
    )
    .selectAll()
    .distinctOn('address_key')
    .where('did_come', '=', audience === 'came')
    // The registration under which they came, for it leads to their certificate.
    .orderBy('address_key')
    .orderBy(sql`coalesce(came, false)`, 'desc')
    .orderBy('arrival')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    address: row.address,
    locale: row.locale,
    timeZone: row.time_zone,
    personalAddress: row.manage_locked
      ? `${services.config.origin}/${row.locale}/registrations/${unlockToken(services, row.manage_locked)}`
      : null,
  }))
}
