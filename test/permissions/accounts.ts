import { newId } from '../../app/platform/ids.ts'
import { outboxOf } from '../../app/platform/mail/outbox.ts'
import { makePerson, makeRole } from '../factories/people.ts'
import { everybody, only, type Permissions, signedIn } from './rows.ts'
import type { World } from './world.ts'

const manages = only(['manager', 'operator'], 'hidden')

const at = (below: string) => (world: World) => `/en/organisations/${world.ours.slug}${below}`

/** Somebody's role at ours that the knocker may end, made for this knock. */
async function aRole(world: World): Promise<string> {
  const person = await makePerson(world.at.db)
  await makeRole(world.at.db, person, 'manager', world.ours.id)
  return at(`/roles/${await assignmentOf(world, person)}/end`)(world)
}

async function anOperator(world: World): Promise<string> {
  const person = await makePerson(world.at.db)
  await makeRole(world.at.db, person, 'operator', null)
  return `/en/operators/${await assignmentOf(world, person)}/end`
}

async function assignmentOf(world: World, person: { id: string }): Promise<string> {
  const { id } = await world.at.db
    .selectFrom('role_assignment')
    .select('id')
    .where('person_id', '=', person.id)
    .executeTakeFirstOrThrow()
  return id
}

async function anInvitation(world: World): Promise<string> {
  const id = newId()
  const now = world.at.services.clock.now()
  await world.at.db
    .insertInto('invitation')
    .values({
      id,
      token_hash: new TextEncoder().encode(id),
      address: 'somebody@example.org',
      locale: 'en',
      organisation_id: world.ours.id,
      role: 'manager',
      invited_by: null,
      created_at: now,
      expires_at: new Date(now.getTime() + 60_000),
      accepted_at: null,
      accepted_by: null,
      withdrawn_at: null,
    })
    .execute()
  return at(`/invitations/${id}/withdrawal`)(world)
}

const aMail =
  (below = '') =>
  async (world: World): Promise<string> => {
    const { address } = world.people.stranger
    if ((await world.at.mailsTo(address)).length === 0) await world.at.post('/en/sign-in', { address })
    const [mail] = await outboxOf(world.at.db, { address })
    return `/en/outbox/${mail?.id}${below}`
  }

const operatorAlone = only(['operator'], 'hidden')

/** Signing in, accounts, people of an organisation, mails. */
export const accountPermissions: Permissions = {
  'GET /:locale/sign-in': { answers: everybody('open') },
  'POST /:locale/sign-in': { answers: everybody('open') },
  'GET /:locale/sign-in/sent': { answers: everybody('open') },
  'GET /:locale/sign-in/:token': { path: () => '/en/sign-in/nonsense', answers: everybody('gone') },
  'POST /:locale/sign-in/:token': { path: () => '/en/sign-in/nonsense', answers: everybody('gone') },
  'POST /:locale/sign-in/passkey/options': { answers: everybody('open') },
  'POST /:locale/sign-in/passkey': { answers: everybody('open') },
  'POST /:locale/sign-out': { answers: everybody('open') },

  'GET /:locale/account': { answers: signedIn },
  'POST /:locale/account': { answers: signedIn },
  'GET /:locale/account/erasure': { path: () => '/en/account/erasure', answers: signedIn },
  'POST /:locale/account/erasure': { path: () => '/en/account/erasure', answers: signedIn },
  'POST /:locale/account/other-sessions/end': { answers: signedIn },
  'POST /:locale/account/tokens': { answers: signedIn },
  // Other people's tokens and passkeys are nobody's business: these ids are not the knocker's.
  'POST /:locale/account/tokens/:id/revocation': {
    path: () => `/en/account/tokens/${newId()}/revocation`,
    answers: { ...everybody('hidden'), anonymous: 'sign-in' },
  },
  'POST /:locale/account/passkeys/options': { answers: signedIn },
  'POST /:locale/account/passkeys': { answers: signedIn },
  'POST /:locale/account/passkeys/:id/name': {
    path: () => '/en/account/passkeys/somebody-elses/name',
    form: { label: 'Mine' },
    answers: { ...everybody('hidden'), anonymous: 'sign-in' },
  },
  'POST /:locale/account/passkeys/:id/removal': {
    path: () => '/en/account/passkeys/somebody-elses/removal',
    answers: { ...everybody('hidden'), anonymous: 'sign-in' },
  },

  'GET /:locale/organisations/:slug/people': { path: at('/people'), answers: manages },
  'POST /:locale/organisations/:slug/invitations': { path: at('/invitations'), answers: manages },
  'POST /:locale/organisations/:slug/invitations/:id/withdrawal': { path: anInvitation, answers: manages },
  'POST /:locale/organisations/:slug/roles': { path: at('/roles'), answers: manages },
  'POST /:locale/organisations/:slug/roles/:id/end': { path: aRole, answers: manages },

  'GET /:locale/operators': { answers: operatorAlone },
  'POST /:locale/operators': { answers: operatorAlone },
  'POST /:locale/operators/:id/end': { path: anOperator, answers: operatorAlone },

  'GET /:locale/invitations/:token': { path: () => '/en/invitations/nonsense', answers: everybody('gone') },
  'POST /:locale/invitations/:token': { path: () => '/en/invitations/nonsense', answers: everybody('gone') },

  'GET /demo': { answers: everybody('hidden') },
  'GET /:locale/demo': { answers: everybody('open'), isDemonstration: true },
  'POST /:locale/demo/:person': {
    path: (world) => `/en/demo/${world.people.member.id}`,
    answers: everybody('hidden'),
  },

  'GET /:locale/outbox': { answers: operatorAlone },
  'GET /:locale/outbox/:id': { path: aMail(), answers: operatorAlone },
  'GET /:locale/outbox/:id/html': { path: aMail('/html'), answers: operatorAlone },
  // The message has no attachment: even the operator finds none.
  'GET /:locale/outbox/:id/attachments/:position': { path: aMail('/attachments/0'), answers: everybody('hidden') },
  'POST /:locale/outbox/:id/attempts': { path: aMail('/attempts'), answers: operatorAlone },
}
