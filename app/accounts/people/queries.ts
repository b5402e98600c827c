import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Db } from '../../platform/db/tables.ts'
import { mayManagePeople, rolesToGive } from '../policy.ts'
import type { Role, Scope } from '../scope.ts'

export type Holder = {
  assignmentId: string
  personId: string
  name: string
  address: string | null
  role: Role
  since: Date
  mayEnd: boolean
}
export type SentInvitation = { id: string; address: string; role: Role; expiresAt: Date }

export type People = {
  organisation: { id: string; slug: string; name: string }
  holders: Holder[]
  invitations: SentInvitation[]
  /** What the asker may give here. */
  roles: Role[]
}

/** Who acts for an organisation and who is invited to; null unless the asker manages its people. */
export async function peopleAt(db: Db, scope: Scope, slug: string, reader: Locale): Promise<People | null> {
  const organisation = await db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!organisation || !mayManagePeople(scope, organisation.id)) return null
  const roles = rolesToGive(scope, organisation.id)
  return {
    organisation: {
      ...organisation,
      name: pick(organisation.name.text, reader, organisation.name.original)?.text ?? slug,
    },
    holders: await holdersOf(db, organisation.id, roles, reader),
    invitations: await openInvitations(db, organisation.id),
    roles,
  }
}

async function holdersOf(db: Db, organisationId: string, roles: Role[], reader: Locale): Promise<Holder[]> {
  const rows = await db
    .selectFrom('role_assignment as assignment')
    .innerJoin('person', 'person.id', 'assignment.person_id')
    .select([
      'assignment.id as assignmentId',
      'person.id as personId',
      'person.name',
      'person.address',
      'assignment.role',
    ])
    .select('assignment.given_at as since')
    .where('assignment.organisation_id', '=', organisationId)
    .where('assignment.ended_at', 'is', null)
    .orderBy('assignment.given_at')
    .orderBy('assignment.id')
    .execute()
  return rows.map((row) => ({ ...row, name: storedNameText(row.name, reader), mayEnd: roles.includes(row.role) }))
}

/** Expired ones stay in sight until somebody withdraws or repeats them. */
const openInvitations = (db: Db, organisationId: string): Promise<SentInvitation[]> =>
  db
    .selectFrom('invitation')
    .select(['id', 'address', 'role', 'expires_at as expiresAt'])
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()
