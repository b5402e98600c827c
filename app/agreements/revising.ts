import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import type { Agreement, Clause } from './agreement.ts'
import { latestRound } from './assembling.ts'
import { lockAgreement } from './locking.ts'
import { mayEdit } from './policy.ts'
import { isTextRefusal, settleWordings, type TextRefusal } from './unsuitable.ts'

export type Wording = { language: Locale; heading: string; body: string }
export type RevisionRefusal =
  | { refused: 'not-yours' | 'no-such-clause' | 'text-is-fixed' | 'changed-meanwhile' | 'nothing-changed' }
  | TextRefusal

/**
 * Rewrites a clause in one or several of its languages. `basedOn` names the revisions the writer saw: if somebody else wrote
 * meanwhile, nothing is overwritten. Languages rewritten together agree with each other; the others now lag, unless the writer
 * says that all given wordings are `inStep` (a slip of the pen was mended, or a lagging wording was right all along).
 */
export async function reviseClause(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: { clauseId: string; wordings: Wording[]; basedOn: Partial<Record<Locale, number>>; inStep?: boolean },
): Promise<{ revised: true } | RevisionRefusal> {
  const now = services.clock.now()
  const wordings = settleWordings(input.wordings)
  if (isTextRefusal(wordings)) return wordings
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const clause = agreement.clauses.find((candidate) => candidate.id === input.clauseId)
    const refusal = refusalOf(scope, agreement, clause, input)
    if (refusal) return refusal
    if (!clause) return { refused: 'no-such-clause' as const }
    const changed = changedIn(clause, wordings)
    const written = input.inStep ? keptInStep(clause, wordings, changed) : changed
    if (written.length === 0) return { refused: 'nothing-changed' as const }
    await writeWordings(tx, scope, clause, written, now)
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'clause.revised',
      actor: actorOf(scope, agreement.leadOrganisationId),
      facts: { clause: clause.id, number: clause.number, languages: written.map((wording) => wording.language) },
      at: now,
    })
    return { revised: true as const }
  })
}

function refusalOf(
  scope: Scope,
  agreement: Agreement,
  clause: Clause | undefined,
  input: { basedOn: Partial<Record<Locale, number>>; wordings: Wording[] },
): RevisionRefusal | null {
  if (!mayEdit(scope, agreement)) return { refused: 'not-yours' }
  if (agreement.documents.length > 0) return { refused: 'text-is-fixed' }
  if (!clause) return { refused: 'no-such-clause' }
  const stale = input.wordings.some(
    ({ language }) => (clause.texts[language]?.revision ?? 0) !== (input.basedOn[language] ?? 0),
  )
  return stale ? { refused: 'changed-meanwhile' } : null
}

const changedIn = (clause: Clause, wordings: Wording[]): Wording[] =>
  wordings.filter(
    ({ language, heading, body }) =>
      clause.texts[language]?.heading !== heading || clause.texts[language]?.body !== body,
  )

/** With a change: every given language, since they go on together. Without one: those that lagged and turn out to say the same. */
const keptInStep = (clause: Clause, wordings: Wording[], changed: Wording[]): Wording[] =>
  changed.some(({ language }) => !clause.lagging.includes(language))
    ? wordings
    : wordings.filter(({ language }) => clause.lagging.includes(language))

/**
 * Adds the next revision in each language. Languages written together begin a new round; one that was lagging and is written
 * alone has caught up with the round that stands.
 */
export async function writeWordings(
  tx: Tx,
  scope: Scope,
  clause: Clause,
  wordings: Wording[],
  now: Date,
): Promise<void> {
  const catchesUp = wordings.every((wording) => clause.lagging.includes(wording.language))
  const round = latestRound(clause.texts) + (catchesUp ? 0 : 1)
  for (const { language, heading, body } of wordings) {
    await tx
      .insertInto('clause_text')
      .values({
        id: newId(),
        clause_id: clause.id,
        language,
        revision: (clause.texts[language]?.revision ?? 0) + 1,
        heading,
        body,
        round,
        written_by: scope.person?.personId ?? null,
        written_at: now,
      })
      .execute()
  }
}
