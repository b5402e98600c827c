import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { localTime } from '../../language/times.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { settleDraft } from './mailIn/steering.ts'
import { keepsLog } from './policy.ts'
import type { ContactKind } from './tables.ts'

export type ContactInput = {
  organisationId: string
  kind: ContactKind
  /** `YYYY-MM-DD`, not later than today where the writer is. */
  heldOn: string
  counterpart: string
  people: string | null
  agreed: string
  agreementId: string | null
  /** What the writer will do next; until the end of `dueOn` in the writer's zone. */
  next: { what: string; dueOn: string } | null
  /** The mail that it is made of. */
  draftId?: string | null
}

export type ContactRefusal = { refused: 'not-yours' | 'in-the-future' | 'no-such-agreement' | 'draft-settled' }

/** Enters a contact, and with it the step that the writer takes next. */
export async function logContact(
  services: Services,
  scope: Scope,
  input: ContactInput,
): Promise<{ id: string; stepId: string | null } | ContactRefusal> {
  const { person } = scope
  if (!person || !keepsLog(scope, input.organisationId)) return { refused: 'not-yours' }
  const now = services.clock.now()
  if (input.heldOn > localTime(now.toISOString(), person.timeZone).date) return { refused: 'in-the-future' }
  return transaction(services.database.db, async (tx) => {
    if (input.agreementId && !(await isPartyTo(tx, input.organisationId, input.agreementId)))
      return { refused: 'no-such-agreement' as const }
    const { organisationId, draftId } = input
    if (draftId && !(await settleDraft(tx, scope, { draftId, organisationId, as: 'logged', at: now })))
      return { refused: 'draft-settled' as const }
    const id = newId()
    await tx
      .insertInto('contact_entry')
      .values({
        id,
        organisation_id: input.organisationId,
        kind: input.kind,
        held_on: input.heldOn,
        counterpart: input.counterpart,
        people: input.people,
        agreed: input.agreed,
        agreement_id: input.agreementId,
        entered_by: person.personId,
        entered_at: now,
        withdrawn_by: null,
        withdrawn_at: null,
      })
      .execute()
    const stepId = input.next ? await addStep(tx, id, input.next, person) : null
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: input.organisationId },
      verb: 'contact.logged',
      actor: actorOf(scope, input.organisationId),
      facts: { contact: id, kind: input.kind, withNextStep: input.next !== null },
      at: now,
    })
    return { id, stepId }
  })
}

async function isPartyTo(tx: Tx, organisationId: string, agreementId: string): Promise<boolean> {
  const party = await tx
    .selectFrom('agreement_party')
    .select('agreement_id')
    .where('agreement_id', '=', agreementId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return party !== undefined
}

async function addStep(
  tx: Tx,
  entryId: string,
  next: { what: string; dueOn: string },
  person: { personId: string; timeZone: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('contact_step')
    .values({
      id,
      entry_id: entryId,
      what: next.what,
      due_on: next.dueOn,
      zone: person.timeZone,
      person_id: person.personId,
      done_by: null,
      done_at: null,
    })
    .execute()
  return id
}
