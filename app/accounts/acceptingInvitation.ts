import type { Locale } from '../language/locales.ts'
import type { PersonName } from '../language/names.ts'
import { pick } from '../language/translated.ts'
import { registerPerson } from '../organisations/registering.ts'
import { storedNameText } from '../organisations/storedName.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { insertRole } from './givingRoles.ts'
import { type Role, systemScope } from './scope.ts'
import { startSession } from './session.ts'

export type AcceptRefusal = { refused: 'unknown' | 'accepted' | 'expired' | 'withdrawn' }

export type OpenInvitation = {
  organisation: string
  role: Role
  address: string
  /** The name of whoever has an account with this address; null where one is to be made. */
  known: string | null
}

/** What an invitation offers, without accepting it. */
export async function lookAtInvitation(
  services: Services,
  token: string,
  reader: Locale,
): Promise<OpenInvitation | AcceptRefusal> {
  const { db } = services.database
  const invitation = await invitationOf(db, token)
  const refusal = refusalOf(invitation, services.clock.now())
  if (!invitation || refusal) return refusal ?? { refused: 'unknown' }
  const person = await personAt(db, invitation.address)
  return {
    organisation: pick(invitation.name.text, reader, invitation.name.original)?.text ?? '',
    role: invitation.role,
    address: invitation.address,
    known: person ? storedNameText(person.name, reader) : null,
  }
}

/**
 * Accepts an invitation, once: makes the account if there is none for its address, adds the role, signs in. Holding the link shows
 * that the address is theirs, as a sign-in link does.
 */
export async function acceptInvitation(
  services: Services,
  token: string,
  entry: { name: PersonName | null; locale: Locale },
  browser: { device: string; replaces?: string | undefined },
): Promise<{ session: string } | AcceptRefusal | { refused: 'name-needed' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const invitation = await invitationOf(tx, token, 'locked')
    const refusal = refusalOf(invitation, now)
    if (!invitation || refusal) return refusal ?? { refused: 'unknown' as const }
    const personId = (await personAt(tx, invitation.address))?.id ?? (await newPerson(services, tx, invitation, entry))
    if (!personId) return { refused: 'name-needed' as const }
    await tx
      .updateTable('invitation')
      .set({ accepted_at: now, accepted_by: personId })
      .where('id', '=', invitation.id)
      .execute()
    const role = { personId, organisationId: invitation.organisation_id, role: invitation.role }
    // A role that came another way in the meantime is as good.
    await insertRole(tx, role, invitation.invited_by, now)
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: invitation.organisation_id },
      verb: 'invitation.accepted',
      actor: { person: personId, organisation: invitation.organisation_id, via: 'session' },
      facts: { invitation: invitation.id, role: invitation.role },
      at: now,
    })
    return { session: await startSession(tx, { personId, method: 'invitation', ...browser }, now) }
  })
}

type Invitation = NonNullable<Awaited<ReturnType<typeof invitationOf>>>

function invitationOf(db: Db | Tx, token: string, lock?: 'locked') {
  const query = db
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisation_id')
    .selectAll('invitation')
    .select(['organisation.name', 'organisation.time_zone'])
    .where('token_hash', '=', hashToken(token))
  return (lock ? query.forUpdate('invitation') : query).executeTakeFirst()
}

function refusalOf(invitation: Invitation | undefined, now: Date): AcceptRefusal | null {
  if (!invitation) return { refused: 'unknown' }
  if (invitation.accepted_at) return { refused: 'accepted' }
  if (invitation.withdrawn_at) return { refused: 'withdrawn' }
  return invitation.expires_at <= now ? { refused: 'expired' } : null
}

const personAt = (db: Db | Tx, address: string) =>
  db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('address', '=', address)
    .where('erased_at', 'is', null)
    .executeTakeFirst()

/** Lives, until they say otherwise, in the time zone of the organisation they act for. */
async function newPerson(
  services: Services,
  tx: Tx,
  invitation: Invitation,
  { name, locale }: { name: PersonName | null; locale: Locale },
): Promise<string | null> {
  if (!name) return null
  // The verb joins our transaction when it is given that as its database.
  const within = { ...services, database: { ...services.database, db: tx } }
  const made = await registerPerson(within, systemScope('system'), {
    name,
    address: invitation.address,
    locale,
    timeZone: invitation.time_zone,
    offices: [],
  })
  if ('refused' in made) throw new Error(`An invited person could not be entered: ${made.refused}`)
  return made.id
}
