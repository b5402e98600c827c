import { isLocale, type Locale } from '../language/locales.ts'
import { pick } from '../language/translated.ts'
import { storedNameText } from '../organisations/storedName.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken, newId, newToken } from '../platform/ids.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { invitationMail } from './mails.ts'
import { mayGiveRole } from './policy.ts'
import type { Role, Scope } from './scope.ts'

const DAY = 24 * 60 * 60 * 1000
const DAYS_VALID = 14

export type Invitee = { organisationId: string; address: string; role: Role; locale: Locale }

export type InviteRefusal = { refused: 'not-yours' | 'already-held' | 'not-there' }

/** Invites somebody by mail to a role. An earlier open invitation to the same role gives way to the new one. */
export async function invitePerson(
  services: Services,
  scope: Scope,
  entry: Invitee,
): Promise<{ id: string } | InviteRefusal> {
  const invitee = { ...entry, address: entry.address.toLowerCase() }
  if (!mayGiveRole(scope, invitee.role, invitee.organisationId)) return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    if (await holdsAlready(tx, invitee)) return { refused: 'already-held' as const }
    const organisation = await tx
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', invitee.organisationId)
      .executeTakeFirst()
    if (!organisation) return { refused: 'not-there' as const }
    await withdrawEarlier(tx, invitee, now)
    const { id, token } = await insertInvitation(tx, invitee, scope, now)
    const mail = invitationMail({
      ...invitee,
      organisation: pick(organisation.name.text, invitee.locale, organisation.name.original)?.text ?? '',
      inviter: await inviterName(tx, scope, invitee.locale),
      link: `${services.config.origin}/${invitee.locale}/invitations/${token}`,
      days: DAYS_VALID,
    })
    const about = { kind: 'organisation', id: invitee.organisationId }
    await queueMail(tx, services.jobs.enqueue, { ...mail, about, at: now })
    await recordActivity(tx, {
      subject: about,
      verb: 'invitation.sent',
      actor: actorOf(scope, invitee.organisationId),
      facts: { invitation: id, role: invitee.role },
      personal: { to: { value: invitee.address, of: null } },
      at: now,
    })
    return { id }
  })
}

async function holdsAlready(tx: Tx, { address, organisationId, role }: Invitee): Promise<boolean> {
  const held = await tx
    .selectFrom('role_assignment')
    .innerJoin('person', 'person.id', 'role_assignment.person_id')
    .select('role_assignment.id')
    .where('person.address', '=', address)
    .where('organisation_id', '=', organisationId)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return held !== undefined
}

async function withdrawEarlier(tx: Tx, { address, organisationId, role }: Invitee, now: Date): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('address', '=', address)
    .where('organisation_id', '=', organisationId)
    .where('role', '=', role)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

async function insertInvitation(
  tx: Tx,
  invitee: Invitee,
  scope: Scope,
  now: Date,
): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = newToken()
  await tx
    .insertInto('invitation')
    .values({
      id,
      token_hash: hashToken(token),
      address: invitee.address,
      locale: invitee.locale,
      organisation_id: invitee.organisationId,
      role: invitee.role,
      invited_by: scope.person?.personId ?? null,
      created_at: now,
      expires_at: new Date(now.getTime() + DAYS_VALID * DAY),
      accepted_at: null,
      accepted_by: null,
      withdrawn_at: null,
    })
    .execute()
  return { id, token }
}

/** The scope holds the name as the page's reader sees it; the mail's reader may need the other script. */
async function inviterName(tx: Tx, scope: Scope, reader: Locale): Promise<string | null> {
  if (!scope.person) return null
  const person = await tx.selectFrom('person').select('name').where('id', '=', scope.person.personId).executeTakeFirst()
  return person ? storedNameText(person.name, isLocale(reader) ? reader : 'en') : null
}

/** Takes an open invitation back. */
export async function withdrawInvitation(
  services: Services,
  scope: Scope,
  invitationId: string,
): Promise<{ withdrawn: true } | { refused: 'not-yours' | 'not-there' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const invitation = await tx
      .selectFrom('invitation')
      .select(['organisation_id', 'role'])
      .where('id', '=', invitationId)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!invitation) return { refused: 'not-there' as const }
    if (!mayGiveRole(scope, invitation.role, invitation.organisation_id)) return { refused: 'not-yours' as const }
    await tx.updateTable('invitation').set({ withdrawn_at: now }).where('id', '=', invitationId).execute()
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: invitation.organisation_id },
      verb: 'invitation.withdrawn',
      actor: actorOf(scope, invitation.organisation_id),
      facts: { invitation: invitationId },
      at: now,
    })
    return { withdrawn: true as const }
  })
}
