import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { json } from '../platform/db/values.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import type { Agreement, Clause } from './agreement.ts'
import { lockAgreement } from './locking.ts'
import { negotiatesFor } from './policy.ts'
import { writeWordings, type Wording } from './revising.ts'
import { isTextRefusal, settleWordings, type TextRefusal } from './unsuitable.ts'

export type ProposalRefusal =
  | {
      refused:
        | 'not-yours'
        | 'no-such-clause'
        | 'no-such-proposal'
        | 'text-is-fixed'
        | 'own-proposal'
        | 'already-answered'
        | 'closed'
        | 'changed-meanwhile'
        | 'nothing-changed'
    }
  | TextRefusal

export type Proposal = {
  id: string
  clauseId: string
  organisationId: string
  reason: string
  texts: Partial<Record<Locale, { heading: string; body: string; basedOn: number }>>
  proposedAt: Date
  answers: { organisationId: string; answer: 'accepted' | 'declined'; reason: string | null; at: Date }[]
  /** Open until all others accepted, one declined, or it was withdrawn. */
  state: 'open' | 'accepted' | 'declined' | 'withdrawn'
}

/** A party suggests another wording of a clause; it takes effect when every other party has accepted it. */
export async function proposeChange(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: {
    organisationId: string
    clauseId: string
    wordings: Wording[]
    /** The revisions the proposer saw. */
    basedOn: Partial<Record<Locale, number>>
    reason: string
  },
): Promise<{ proposalId: string } | ProposalRefusal> {
  const now = services.clock.now()
  const wordings = settleWordings(input.wordings)
  if (isTextRefusal(wordings)) return wordings
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!negotiatesFor(scope, agreement).includes(input.organisationId)) return { refused: 'not-yours' as const }
    if (agreement.documents.length > 0) return { refused: 'text-is-fixed' as const }
    const clause = agreement.clauses.find((candidate) => candidate.id === input.clauseId)
    if (!clause) return { refused: 'no-such-clause' as const }
    const texts = proposedTexts(clause, wordings, input.basedOn)
    if (isStale(texts, clause)) return { refused: 'changed-meanwhile' as const }
    if (Object.keys(texts).length === 0) return { refused: 'nothing-changed' as const }
    const proposalId = newId()
    await tx
      .insertInto('proposal')
      .values({
        id: proposalId,
        agreement_id: agreementId,
        clause_id: input.clauseId,
        texts: json(texts),
        reason: input.reason,
        organisation_id: input.organisationId,
        proposed_by: scope.person?.personId ?? null,
        proposed_at: now,
        withdrawn_at: null,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'change.proposed',
      actor: actorOf(scope, input.organisationId),
      facts: { proposal: proposalId, clause: input.clauseId, languages: Object.keys(texts) },
      at: now,
    })
    return { proposalId }
  })
}

/** Only the languages that would change. */
const proposedTexts = (
  clause: Clause,
  wordings: Wording[],
  basedOn: Partial<Record<Locale, number>>,
): Proposal['texts'] =>
  Object.fromEntries(
    wordings
      .filter(({ language, heading, body }) => {
        const current = clause.texts[language]
        return current?.heading !== heading || current.body !== body
      })
      .map(({ language, heading, body }) => [language, { heading, body, basedOn: basedOn[language] ?? 0 }]),
  )

/** Whether the clause has been rewritten since, in a language that is to change: accepting would undo that unseen. */
export const isStale = (texts: Proposal['texts'], clause: Clause): boolean =>
  Object.entries(texts).some(([language, { basedOn }]) => (clause.texts[language as Locale]?.revision ?? 0) !== basedOn)

/** Accepts or declines for one party. The last acceptance rewrites the clause; a decline closes the proposal. */
export async function answerProposal(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: { proposalId: string; organisationId: string; answer: 'accepted' | 'declined'; reason?: string },
): Promise<{ state: Proposal['state'] } | ProposalRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const proposal = (await proposalsOf(tx, agreement)).find((candidate) => candidate.id === input.proposalId)
    const refusal = answerRefusal(scope, agreement, proposal, input.organisationId)
    if (refusal) return refusal
    if (!proposal) return { refused: 'no-such-proposal' as const }
    const clause = agreement.clauses.find((candidate) => candidate.id === proposal.clauseId)
    if (input.answer === 'accepted' && !clause) return { refused: 'no-such-clause' as const }
    if (input.answer === 'accepted' && clause && isStale(proposal.texts, clause))
      return { refused: 'changed-meanwhile' as const }
    await tx
      .insertInto('proposal_answer')
      .values({
        proposal_id: proposal.id,
        organisation_id: input.organisationId,
        answer: input.answer,
        reason: input.reason ?? null,
        answered_by: scope.person?.personId ?? null,
        answered_at: now,
      })
      .execute()
    const state = stateOf([...proposal.answers, input], agreement.partyIds.length - 1, false)
    if (state === 'accepted' && clause) await writeWordings(tx, scope, clause, wordingsOf(proposal), now)
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: input.answer === 'accepted' ? 'change.accepted' : 'change.declined',
      actor: actorOf(scope, input.organisationId),
      facts: { proposal: proposal.id, clause: proposal.clauseId, state },
      at: now,
    })
    return { state }
  })
}

/** Takes one's own proposal back while it is open. */
export async function withdrawProposal(
  services: Services,
  scope: Scope,
  agreementId: string,
  proposalId: string,
): Promise<{ withdrawn: true } | ProposalRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const proposal = (await proposalsOf(tx, agreement)).find((candidate) => candidate.id === proposalId)
    if (!proposal) return { refused: 'no-such-proposal' as const }
    if (!negotiatesFor(scope, agreement).includes(proposal.organisationId)) return { refused: 'not-yours' as const }
    if (proposal.state !== 'open') return { refused: 'closed' as const }
    await tx.updateTable('proposal').set({ withdrawn_at: now }).where('id', '=', proposalId).execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'change.withdrawn',
      actor: actorOf(scope, proposal.organisationId),
      facts: { proposal: proposalId },
      at: now,
    })
    return { withdrawn: true as const }
  })
}

function answerRefusal(
  scope: Scope,
  agreement: Agreement,
  proposal: Proposal | undefined,
  organisationId: string,
): ProposalRefusal | null {
  if (!negotiatesFor(scope, agreement).includes(organisationId)) return { refused: 'not-yours' }
  if (agreement.documents.length > 0) return { refused: 'text-is-fixed' }
  if (!proposal) return { refused: 'no-such-proposal' }
  if (proposal.organisationId === organisationId) return { refused: 'own-proposal' }
  if (proposal.answers.some((answer) => answer.organisationId === organisationId))
    return { refused: 'already-answered' }
  return proposal.state === 'open' ? null : { refused: 'closed' }
}

/** All proposals on an agreement, newest first. The caller has been let in to the agreement already. */
export async function proposalsOf(db: Db | Tx, agreement: Agreement): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('proposal')
    .selectAll()
    .where('agreement_id', '=', agreement.id)
    .orderBy('id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const answers = await db
    .selectFrom('proposal_answer')
    .selectAll()
    .where(
      'proposal_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('answered_at')
    .execute()
  return rows.map((row) => {
    const own = answers
      .filter((answer) => answer.proposal_id === row.id)
      .map((answer) => ({
        organisationId: answer.organisation_id,
        answer: answer.answer,
        reason: answer.reason,
        at: answer.answered_at,
      }))
    return {
      id: row.id,
      clauseId: row.clause_id,
      organisationId: row.organisation_id,
      reason: row.reason,
      texts: row.texts,
      proposedAt: row.proposed_at,
      answers: own,
      state: stateOf(own, agreement.partyIds.length - 1, row.withdrawn_at !== null),
    }
  })
}

function stateOf(
  answers: { answer: 'accepted' | 'declined' }[],
  needed: number,
  withdrawn: boolean,
): Proposal['state'] {
  if (answers.some(({ answer }) => answer === 'declined')) return 'declined'
  if (withdrawn) return 'withdrawn'
  return answers.length >= needed ? 'accepted' : 'open'
}

const wordingsOf = (proposal: Proposal): Wording[] =>
  Object.entries(proposal.texts).map(([language, { heading, body }]) => ({
    language: language as Locale,
    heading,
    body,
  }))
