import type { Locale } from '../../language/locales.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Db } from '../../platform/db/tables.ts'
import { isOperator, type Scope } from '../scope.ts'

export type Operator = { assignmentId: string; name: string; address: string | null; since: Date }

/** Who operates this installation; null unless an operator asks. */
export async function operators(db: Db, scope: Scope, reader: Locale): Promise<Operator[] | null> {
  if (!isOperator(scope)) return null
  const rows = await db
    .selectFrom('role_assignment as assignment')
    .innerJoin('person', 'person.id', 'assignment.person_id')
    .select(['assignment.id as assignmentId', 'person.name', 'person.address', 'assignment.given_at as since'])
    .where('assignment.role', '=', 'operator')
    .where('assignment.ended_at', 'is', null)
    .orderBy('assignment.given_at')
    .orderBy('assignment.id')
    .execute()
  return rows.map((row) => ({ ...row, name: storedNameText(row.name, reader) }))
}

/** The person with an address, for an operator who wants to share the work; null where there is none, or nobody may ask. */
export async function personWithAddress(db: Db, scope: Scope, address: string): Promise<string | null> {
  if (!isOperator(scope)) return null
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('address', '=', address.toLowerCase())
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return person?.id ?? null
}
