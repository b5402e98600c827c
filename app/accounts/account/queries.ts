import { pick } from '../../language/translated.ts'
import type { Locale } from '../../language/locales.ts'
import type { StoredName } from '../../organisations/storedName.ts'
import type { Services } from '../../web/env.ts'
import { type Passkey, passkeysOf } from '../passkeys/keeping.ts'
import type { Role, Scope, SignedIn } from '../scope.ts'
import { type OpenSession, sessionsOf } from '../sessions.ts'
import { type AccessToken, tokensOf } from '../tokens.ts'

export type Account = {
  person: SignedIn
  name: StoredName
  roles: { role: Role; organisation: { slug: string; name: string } | null }[]
  passkeys: Passkey[]
  sessions: OpenSession[]
  tokens: AccessToken[]
}

/** Everything the asker's own account page shows; null when nobody is signed in. */
export async function accountOf(
  services: Services,
  scope: Scope,
  token: string,
  reader: Locale,
): Promise<Account | null> {
  const { person } = scope
  if (!person) return null
  const { db } = services.database
  const { name } = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', person.personId)
    .executeTakeFirstOrThrow()
  return {
    person,
    name,
    roles: await rolesOf(services, scope, reader),
    passkeys: await passkeysOf(db, person.personId),
    sessions: await sessionsOf(db, person.personId, token, services.clock.now()),
    tokens: await tokensOf(db, person.personId),
  }
}

async function rolesOf(services: Services, scope: Scope, reader: Locale): Promise<Account['roles']> {
  const ids = scope.roles.flatMap(({ organisationId }) => organisationId ?? [])
  const rows = ids.length
    ? await services.database.db
        .selectFrom('organisation')
        .select(['id', 'slug', 'name'])
        .where('id', 'in', ids)
        .execute()
    : []
  const organisations = new Map(
    rows.map(({ id, slug, name }) => [id, { slug, name: pick(name.text, reader, name.original)?.text ?? slug }]),
  )
  return scope.roles.map(({ role, organisationId }) => ({
    role,
    organisation: organisationId ? (organisations.get(organisationId) ?? null) : null,
  }))
}
