import { giveRole } from '../accounts/givingRoles.ts'
import { roles, systemScope } from '../accounts/scope.ts'
import { signInLinkFor } from '../accounts/signInLinks.ts'
import { registerPerson } from '../organisations/registering.ts'
import { storedNameText } from '../organisations/storedName.ts'
import type { Services } from '../web/env.ts'
import { CommandRefused } from './sentences.ts'

/** Prints a sign-in link for one demonstration person of each role. */
export async function greetDemonstration(services: Services): Promise<void> {
  const { db } = services.database
  console.log('Sign in as (each link works once, for a day):')
  for (const role of roles) {
    const person = await db
      .selectFrom('role_assignment')
      .innerJoin('person', 'person.id', 'role_assignment.person_id')
      .select(['person.id', 'person.name'])
      .where('role_assignment.role', '=', role)
      .where('role_assignment.ended_at', 'is', null)
      .where('person.address', 'like', '%@demo.example')
      .orderBy('person.id')
      .executeTakeFirst()
    if (person) console.log(`  ${storedNameText(person.name, 'en')}\n    ${await signInLinkFor(services, person.id)}`)
  }
  console.log(`All demonstration people: ${services.config.origin}/demo`)
  console.log(`The ceremony of 22 March 2022, to be replayed: ${services.config.origin}/en/replay`)
}

/** An installation without an operator says how to get one; with MUSUBI_OPERATOR it makes the first and prints the way in. */
export async function greetOperator(services: Services): Promise<void> {
  const { db } = services.database
  const operators = await db
    .selectFrom('role_assignment')
    .select('id')
    .where('role', '=', 'operator')
    .where('ended_at', 'is', null)
    .execute()
  if (operators.length > 0) return
  const address = services.config.operator?.toLowerCase()
  if (!address) {
    console.log(
      'Nobody operates this installation yet. Start it once with MUSUBI_OPERATOR=you@example.org to make the first operator.',
    )
    return
  }
  const scope = systemScope('command-line')
  const person = await registerPerson(services, scope, {
    name: { label: { en: address } },
    address,
    locale: 'en',
    timeZone: 'UTC',
    offices: [],
  })
  if ('refused' in person) throw new CommandRefused(`The operator ${address} could not be made: ${person.refused}.`)
  await giveRole(services, scope, { personId: person.id, organisationId: null, role: 'operator' })
  console.log(
    `The first operator is ${address}. Sign in (once, within a day):\n  ${await signInLinkFor(services, person.id)}`,
  )
}
