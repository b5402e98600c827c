import { admitPerson } from '../../app/accounts/admitting.ts'
import type { Role } from '../../app/accounts/scope.ts'
import { draftAgreement } from '../../app/agreements/drafting.ts'
import { type MadeOrganisation, makeOrganisation } from '../factories/organisations.ts'
import { makePerson, makeRole, type MadePerson } from '../factories/people.ts'
import type { TestApplication } from '../harness/application.ts'
import { type Actor, actors } from './rows.ts'

/** Two organisations that draft an agreement, one that has nothing to do with it, and somebody in every role. */
export type World = {
  at: TestApplication
  ours: MadeOrganisation
  theirs: MadeOrganisation
  outside: MadeOrganisation
  people: Record<Exclude<Actor, 'anonymous'>, MadePerson>
  /** Not approved, not published: nobody but those who negotiate it knows of it. */
  draft: { id: string; reference: string }
}

export async function makeWorld(at: TestApplication): Promise<World> {
  const { db } = at
  const [ours, theirs, outside] = [await makeOrganisation(db), await makeOrganisation(db), await makeOrganisation(db)]
  const people = {} as World['people']
  for (const actor of actors) {
    if (actor === 'anonymous') continue
    people[actor] = await makePerson(db)
    const place = placeOf(actor)
    if (!place) continue
    const at = { operator: null, ours: ours.id, theirs: theirs.id, outside: outside.id }[place.where]
    await makeRole(db, people[actor], place.role, at)
  }
  return { at, ours, theirs, outside, people, draft: await makeDraft({ at, ours, theirs, people }) }
}

type Place = { role: Role; where: 'operator' | 'ours' | 'theirs' | 'outside' }

function placeOf(actor: Exclude<Actor, 'anonymous'>): Place | null {
  if (actor === 'stranger') return null
  if (actor === 'operator') return { role: 'operator', where: 'operator' }
  if (actor.startsWith('partner-')) return { role: actor.slice('partner-'.length) as Role, where: 'theirs' }
  if (actor.startsWith('outside-')) return { role: actor.slice('outside-'.length) as Role, where: 'outside' }
  return { role: actor as Role, where: 'ours' }
}

/** A draft with one clause between ours and theirs. */
export async function makeDraft(world: Pick<World, 'at' | 'ours' | 'theirs' | 'people'>): Promise<World['draft']> {
  const { at, ours, theirs, people } = world
  const { coordinator } = people
  const scope = await admitPerson(at.db, coordinator.id, { via: 'session', tokenScopes: null })
  if (!scope) throw new Error('The coordinator was made a moment ago')
  const drafted = await draftAgreement(at.services, scope, {
    kind: 'memorandum',
    languages: ['en'],
    title: { en: 'Memorandum on doors' },
    preamble: { en: 'The parties have agreed as follows.' },
    parties: [{ organisationId: ours.id }, { organisationId: theirs.id }],
    clauses: [
      { slug: 'purpose', binding: false, texts: { en: { heading: 'Purpose', body: 'To see who may enter.' } } },
    ],
    termMonths: 24,
    noticeMonths: 3,
    leadOrganisationId: ours.id,
  })
  if ('refused' in drafted) throw new Error(`No draft: ${drafted.refused}`)
  return drafted
}
