import { randomBytes } from 'node:crypto'
import type { Role } from '../../app/accounts/scope.ts'
import type { Locale } from '../../app/language/locales.ts'
import type { StoredName } from '../../app/organisations/storedName.ts'
import { json } from '../../app/platform/db/values.ts'
import type { Db } from '../../app/platform/db/tables.ts'
import { newId } from '../../app/platform/ids.ts'

/** Tests share one database and clean nothing up: whatever must be unique carries this. */
export const unique = (): string => randomBytes(5).toString('hex')

export type MadePerson = { id: string; address: string; locale: Locale; name: StoredName }

const at = new Date('2022-01-01T00:00:00Z')

/** A person in the database, by default an English reader called Ada Example. */
export async function makePerson(
  db: Db,
  given: { name?: StoredName; address?: string; locale?: Locale; timeZone?: string } = {},
): Promise<MadePerson> {
  const name: StoredName = given.name ?? { order: 'given-first', native: { family: 'Example', given: 'Ada' } }
  const person = {
    id: newId(),
    address: given.address ?? `${unique()}@example.org`,
    locale: given.locale ?? 'en',
    name,
  }
  await db
    .insertInto('person')
    .values({
      id: person.id,
      name: json(name),
      address: person.address,
      locale: person.locale,
      time_zone: given.timeZone ?? 'Europe/Berlin',
      created_at: at,
      erased_at: null,
    })
    .execute()
  return person
}

/** A role that somebody holds since before the test began; `organisationId` null for the operator alone. */
export async function makeRole(
  db: Db,
  person: { id: string },
  role: Role,
  organisationId: string | null,
): Promise<void> {
  await db
    .insertInto('role_assignment')
    .values({
      id: newId(),
      person_id: person.id,
      organisation_id: organisationId,
      role,
      given_by: null,
      given_at: at,
      ended_by: null,
      ended_at: null,
    })
    .execute()
}
