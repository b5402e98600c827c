import { admitPerson } from '../../accounts/admitting.ts'
import type { Scope } from '../../accounts/scope.ts'
import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { type MadePerson, makePerson, makeRole } from '../../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'

export type HostDesk = {
  at: TestApplication
  organisation: MadeOrganisation
  coordinator: MadePerson
  scope: Scope
  cookie: string
}

/** An organisation with a coordinator who is signed in, to plan events with. */
export async function hostDesk(options: Parameters<typeof testApplication>[0] = {}): Promise<HostDesk> {
  const at = await testApplication(options)
  const organisation = await makeOrganisation(at.db, { country: 'JP', timeZone: 'Asia/Tokyo' })
  const coordinator = await makePerson(at.db, { timeZone: 'Asia/Tokyo' })
  await makeRole(at.db, coordinator, 'coordinator', organisation.id)
  const scope = await admitPerson(at.db, coordinator.id, { via: 'session', tokenScopes: null })
  if (!scope) throw new Error('The coordinator was made a moment ago')
  return { at, organisation, coordinator, scope, cookie: await at.signIn(coordinator) }
}
