import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Facts } from '../platform/audit/link.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import type { Agreement } from './agreement.ts'
import { insertClause } from './drafting.ts'
import { lockAgreement } from './locking.ts'
import { mayEdit } from './policy.ts'
import type { Wording } from './revising.ts'
import { isTextRefusal, settleWordings, type TextRefusal } from './unsuitable.ts'

export type ArrangingRefusal = {
  refused: 'not-yours' | 'text-is-fixed' | 'no-such-clause' | 'last-clause' | 'no-further'
}

/** Adds a clause at the end; it is moved from there. */
export async function addClause(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: { binding: boolean; wordings: Wording[] },
): Promise<{ clauseId: string } | ArrangingRefusal | TextRefusal> {
  const now = services.clock.now()
  const wordings = settleWordings(input.wordings)
  if (isTextRefusal(wordings)) return wordings
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const refusal = refusalOf(scope, agreement)
    if (refusal) return refusal
    const texts = Object.fromEntries(wordings.map(({ language, heading, body }) => [language, { heading, body }]))
    const clause = {
      slug: `added-${newId()}`,
      binding: input.binding,
      texts: texts as Partial<Record<Locale, { heading: string; body: string }>>,
    }
    const position = await nextPosition(tx, agreementId)
    const clauseId = await insertClause(tx, scope, agreementId, position, clause, agreement.languages, now)
    const facts = { clause: clauseId, number: agreement.clauses.length + 1, binding: input.binding }
    await record(tx, scope, agreement, 'clause.added', facts, now)
    return { clauseId }
  })
}

async function nextPosition(tx: Tx, agreementId: string): Promise<number> {
  const last = await tx
    .selectFrom('clause')
    .select('position')
    .where('agreement_id', '=', agreementId)
    .where('removed_at', 'is', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.position ?? 0) + 1
}

/** Takes a clause out of the text. Its wordings stay in the database: what was agreed on the way remains readable. */
export async function removeClause(
  services: Services,
  scope: Scope,
  agreementId: string,
  clauseId: string,
): Promise<{ removed: true } | ArrangingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const clause = agreement.clauses.find((candidate) => candidate.id === clauseId)
    const refusal = refusalOf(scope, agreement)
    if (refusal || !clause) return refusal ?? { refused: 'no-such-clause' as const }
    if (agreement.clauses.length === 1) return { refused: 'last-clause' as const }
    await tx
      .updateTable('clause')
      .set({ removed_at: now, removed_by: scope.person?.personId ?? null })
      .where('id', '=', clauseId)
      .execute()
    await record(tx, scope, agreement, 'clause.removed', { clause: clauseId, number: clause.number }, now)
    return { removed: true as const }
  })
}

/** Changes places with the neighbour before or after. */
export async function moveClause(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: { clauseId: string; direction: 'up' | 'down' },
): Promise<{ moved: true } | ArrangingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const clause = agreement.clauses.find((candidate) => candidate.id === input.clauseId)
    const refusal = refusalOf(scope, agreement)
    if (refusal || !clause) return refusal ?? { refused: 'no-such-clause' as const }
    const neighbour = agreement.clauses[clause.number - 1 + (input.direction === 'up' ? -1 : 1)]
    if (!neighbour) return { refused: 'no-further' as const }
    await swapPositions(tx, clause.id, neighbour.id)
    const facts = { clause: clause.id, from: clause.number, to: neighbour.number }
    await record(tx, scope, agreement, 'clause.moved', facts, now)
    return { moved: true as const }
  })
}

/** No two clauses may ever stand in one place, not even between two statements: one steps aside first. */
async function swapPositions(tx: Tx, one: string, other: string): Promise<void> {
  const rows = await tx.selectFrom('clause').select(['id', 'position']).where('id', 'in', [one, other]).execute()
  const placeOf = (id: string) => rows.find((row) => row.id === id)?.position ?? 0
  const [first, second] = [placeOf(one), placeOf(other)]
  const put = (id: string, position: number) =>
    tx.updateTable('clause').set({ position }).where('id', '=', id).execute()
  await put(one, -first)
  await put(other, first)
  await put(one, second)
}

function refusalOf(scope: Scope, agreement: Agreement): ArrangingRefusal | null {
  if (!mayEdit(scope, agreement)) return { refused: 'not-yours' }
  if (agreement.documents.length > 0) return { refused: 'text-is-fixed' }
  return null
}

const record = (tx: Tx, scope: Scope, agreement: Agreement, verb: string, facts: Facts, at: Date) =>
  recordActivity(tx, {
    subject: { kind: 'agreement', id: agreement.id },
    verb,
    actor: actorOf(scope, agreement.leadOrganisationId),
    facts,
    at,
  })
