import { actorOf } from '../accounts/activity.ts'
import type { Scope } from '../accounts/scope.ts'
import { isLocale } from '../language/locales.ts'
import { textFor } from '../organisations/profileText.ts'
import { storedNameText } from '../organisations/storedName.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Services } from '../web/env.ts'
import { handoverMail } from './mails.ts'
import { mayHandOver } from './policy.ts'
import { movers, type Succession } from './rooms.ts'

export type HandoverInput = {
  organisationId: string
  fromPersonId: string
  toPersonId: string
  /** What the successor should know beside the record. */
  note: string | null
  /** Ends the roles that the leaving person held as coordinator or manager there. */
  endsRoles: boolean
}

export type HandoverRefusal = { refused: 'not-yours' | 'same-person' | 'not-a-colleague' | 'last-manager' }

type Held = { id: string; personId: string; role: string }

/**
 * Hands everything that somebody answers for at an organisation to a colleague, in one act: either all of it has moved, or nothing.
 * The colleague manages or coordinates there already, so nobody gains rights by it.
 */
export async function handOver(
  services: Services,
  scope: Scope,
  input: HandoverInput,
): Promise<{ id: string; moved: Record<string, number> } | HandoverRefusal> {
  const { organisationId, fromPersonId, toPersonId } = input
  if (!mayHandOver(scope, organisationId, fromPersonId)) return { refused: 'not-yours' }
  if (fromPersonId === toPersonId) return { refused: 'same-person' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const held = await rolesLocked(tx, organisationId)
    if (!held.some(({ personId }) => personId === toPersonId)) return { refused: 'not-a-colleague' as const }
    const leaving = held.filter(({ personId }) => personId === fromPersonId)
    const managersLeft = held.some(({ personId, role }) => role === 'manager' && personId !== fromPersonId)
    if (input.endsRoles && leaving.some(({ role }) => role === 'manager') && !managersLeft)
      return { refused: 'last-manager' as const }
    const moved = await moveAll(tx, { organisationId, from: fromPersonId, to: toPersonId, at: now })
    if (input.endsRoles) await endRoles(tx, scope, leaving, now)
    const id = await recordHandover(tx, scope, input, moved, now)
    await tellSuccessor(services, tx, input, moved)
    return { id, moved }
  })
}

/** Locked, so that a role that is ended at the same moment is not relied on. */
async function rolesLocked(tx: Tx, organisationId: string): Promise<Held[]> {
  return tx
    .selectFrom('role_assignment')
    .select(['id', 'person_id as personId', 'role'])
    .where('organisation_id', '=', organisationId)
    .where('role', 'in', ['manager', 'coordinator'])
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function moveAll(tx: Tx, succession: Succession): Promise<Record<string, number>> {
  const moved: Record<string, number> = {}
  for (const [room, move] of Object.entries(movers)) moved[room] = await move(tx, succession)
  return moved
}

async function endRoles(tx: Tx, scope: Scope, leaving: Held[], now: Date): Promise<void> {
  if (leaving.length === 0) return
  const ids = leaving.map(({ id }) => id)
  await tx
    .updateTable('role_assignment')
    .set({ ended_at: now, ended_by: scope.person?.personId ?? null })
    .where('id', 'in', ids)
    .execute()
}

async function recordHandover(
  tx: Tx,
  scope: Scope,
  { organisationId, fromPersonId, toPersonId, note, endsRoles }: HandoverInput,
  moved: Record<string, number>,
  now: Date,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('handover')
    .values({
      id,
      organisation_id: organisationId,
      from_person_id: fromPersonId,
      to_person_id: toPersonId,
      note,
      moved,
      handed_over_by: scope.person?.personId ?? null,
      handed_over_at: now,
    })
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'organisation', id: organisationId },
    verb: 'responsibility.handed-over',
    actor: actorOf(scope, organisationId),
    facts: { handover: id, moved, endsRoles },
    personal: {
      from: { value: fromPersonId, of: fromPersonId },
      to: { value: toPersonId, of: toPersonId },
    },
    at: now,
  })
  return id
}

async function tellSuccessor(
  services: Services,
  tx: Tx,
  { organisationId, fromPersonId, toPersonId, note }: HandoverInput,
  moved: Record<string, number>,
): Promise<void> {
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'address', 'locale'])
    .where('id', 'in', [fromPersonId, toPersonId])
    .execute()
  const organisation = await tx
    .selectFrom('organisation')
    .select(['name', 'slug'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const to = people.find(({ id }) => id === toPersonId)
  const from = people.find(({ id }) => id === fromPersonId)
  if (!to?.address || !from) return
  const locale = isLocale(to.locale) ? to.locale : 'en'
  await queueMail(
    tx,
    services.jobs.enqueue,
    handoverMail({
      to: { name: storedNameText(to.name, locale), address: to.address },
      from: storedNameText(from.name, locale),
      organisation: textFor(organisation.name, locale)?.text ?? organisation.slug,
      count: Object.values(moved).reduce((sum, count) => sum + count, 0),
      note,
      locale,
      link: `${services.config.origin}/${locale}/handover/${organisation.slug}`,
    }),
  )
}
