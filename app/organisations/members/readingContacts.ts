import { organisationsOf, type Scope } from '../../accounts/scope.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { actorOf } from '../../accounts/activity.ts'
import type { Db } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import type { ProfileText } from '../profileText.ts'
import { readMember } from './reading.ts'
import type { ContactPerson } from './profile.ts'
import { mayTransfer } from './transferring.ts'

export type Reading = { at: Date; purpose: string; reader: ProfileText; destination: string }

/** Who was shown a member's contact persons, and what for: for whoever keeps the profile. The newest first. */
export async function readingsOf(db: Db, _scope: Scope, organisationId: string): Promise<Reading[]> {
  const rows = await db
    .selectFrom('contact_reading as reading')
    .innerJoin('organisation as reader', 'reader.id', 'reading.reader_organisation_id')
    .select(['reading.read_at', 'reading.purpose', 'reading.destination', 'reader.name'])
    .where('reading.organisation_id', '=', organisationId)
    .orderBy('reading.read_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ read_at, name, ...reading }) => ({ ...reading, at: read_at, reader: name }))
}

const MOST = 100

export type ContactsRefusal = { refused: 'purpose-missing' | 'not-open' | 'third-country' }

/**
 * Shows a partner's coordinator the contact persons of a member, for a purpose that is written down with the reading: who, where from, where
 * to and on what ground. Data does not go to a third country without consent on record.
 */
export async function readContacts(
  services: Services,
  scope: Scope,
  slug: string,
  purpose: string,
): Promise<{ people: ContactPerson[] } | ContactsRefusal> {
  const now = services.clock.now()
  const { db } = services.database
  if (!purpose) return { refused: 'purpose-missing' }
  const member = await readMember(db, scope, now, slug, purpose)
  const part = member?.parts.contacts
  const [readerOrganisation] = organisationsOf(scope, 'manager', 'coordinator')
  if (!member || !part || !scope.person || !readerOrganisation) return { refused: 'not-open' }
  const reader = await db
    .selectFrom('organisation')
    .select('country')
    .where('id', '=', readerOrganisation)
    .executeTakeFirstOrThrow()
  const transfer = { organisationId: member.organisationId, origin: member.country, destination: reader.country }
  const ground = await mayTransfer(db, transfer)
  if (!ground) return { refused: 'third-country' }
  await transaction(db, async (tx) => {
    await tx
      .insertInto('contact_reading')
      .values({
        id: newId(),
        organisation_id: member.organisationId,
        person_id: scope.person?.personId ?? '',
        reader_organisation_id: readerOrganisation,
        purpose,
        origin: transfer.origin,
        destination: transfer.destination,
        ground,
        read_at: now,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: member.organisationId },
      verb: 'contacts.read',
      actor: actorOf(scope, readerOrganisation),
      facts: { origin: transfer.origin, destination: transfer.destination, ground },
      at: now,
    })
  })
  return { people: part.content.people }
}
