import { isLocale, type Locale } from '../language/locales.ts'
import { storedNameText } from '../organisations/storedName.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { admit, type Scope } from './scope.ts'

export type Admission = Pick<Scope, 'via' | 'tokenScopes'> & {
  /** In whose language the person's own name is shown; theirs when not said. */
  reader?: Locale
}

/** The scope of a person who has proved to one of the gates who they are; null when the person is unknown or erased. */
export async function admitPerson(
  db: Db | Tx,
  personId: string,
  { via, tokenScopes, reader }: Admission,
): Promise<Scope | null> {
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!person) return null
  const held = await db
    .selectFrom('role_assignment')
    .select(['role', 'organisation_id'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
  const locale = isLocale(person.locale) ? person.locale : 'en'
  const name = storedNameText(person.name, reader ?? locale)
  return admit({
    person: { personId, name, address: person.address ?? '', locale, timeZone: person.time_zone },
    roles: held.map(({ role, organisation_id }) => ({ role, organisationId: organisation_id })),
    via,
    tokenScopes,
  })
}
