import './tables.ts'
import { randomInt } from 'node:crypto'
import { actorOf } from '../../../accounts/activity.ts'
import type { Scope } from '../../../accounts/scope.ts'
import { recordActivity } from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import type { Services } from '../../../web/env.ts'
import { keepsLog } from '../policy.ts'
import type { Settled } from './tables.ts'

type NotYours = { refused: 'not-yours' }

/** Letters that nobody mistakes for one another on paper or on the telephone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Gives an office an address for mails, or another one in its place: what is sent to the old one is refused from then on. */
export const renewAddress = (
  services: Services,
  scope: Scope,
  organisationId: string,
): Promise<{ localPart: string } | NotYours> =>
  asKeeper(services, scope, organisationId, async (tx, now) => {
    const localPart = `log-${Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
    const made = { local_part: localPart, made_by: scope.person?.personId ?? null, made_at: now }
    await tx
      .insertInto('mail_in_address')
      .values({ organisation_id: organisationId, ...made })
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(made))
      .execute()
    await note(tx, scope, organisationId, 'mail-in.address-renewed', {}, now)
    return { localPart }
  })

/** Puts a draft aside, or takes it up again. */
export const discardDraft = (
  services: Services,
  scope: Scope,
  organisationId: string,
  { draftId, restores }: { draftId: string; restores: boolean },
): Promise<{ discarded: boolean } | NotYours | { refused: 'draft-settled' }> =>
  asKeeper(services, scope, organisationId, async (tx, now) => {
    const row = await tx
      .updateTable('mail_in_draft')
      .set(
        restores
          ? { settled: null, settled_by: null, settled_at: null }
          : { settled: 'discarded', settled_by: scope.person?.personId ?? null, settled_at: now },
      )
      .where('id', '=', draftId)
      .where('organisation_id', '=', organisationId)
      .where('settled', 'is not distinct from', restores ? 'discarded' : null)
      .returning('id')
      .executeTakeFirst()
    if (!row) return { refused: 'draft-settled' as const }
    await note(tx, scope, organisationId, restores ? 'mail-in.restored' : 'mail-in.discarded', { draft: draftId }, now)
    return { discarded: !restores }
  })

/** Says what became of a draft, in the transaction in which it did. @returns whether it was still open */
export async function settleDraft(
  tx: Tx,
  scope: Scope,
  { draftId, organisationId, as, at }: { draftId: string; organisationId: string; as: Settled; at: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('mail_in_draft')
    .set({ settled: as, settled_by: scope.person?.personId ?? null, settled_at: at })
    .where('id', '=', draftId)
    .where('organisation_id', '=', organisationId)
    .where('settled', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A request was made of a draft. Whoever has dealt with it meanwhile is left alone. */
export const markAsked = async (
  services: Services,
  scope: Scope,
  { id: draftId, organisationId }: { id: string; organisationId: string },
): Promise<void> => {
  await asKeeper(services, scope, organisationId, (tx, at) =>
    settleDraft(tx, scope, { draftId, organisationId, as: 'asked', at }),
  )
}

function asKeeper<Result>(
  { database, clock }: Services,
  scope: Scope,
  organisationId: string,
  act: (tx: Tx, now: Date) => Promise<Result>,
): Promise<Result | NotYours> {
  if (!keepsLog(scope, organisationId)) return Promise.resolve({ refused: 'not-yours' })
  return transaction(database.db, (tx) => act(tx, clock.now()))
}

const note = (tx: Tx, scope: Scope, organisationId: string, verb: string, facts: Record<string, string>, at: Date) =>
  recordActivity(tx, {
    subject: { kind: 'organisation', id: organisationId },
    verb,
    actor: actorOf(scope, organisationId),
    facts,
    at,
  })
