import type { Locale } from '../language/locales.ts'
import type { ActivityEntry } from '../platform/audit/chain.ts'
import { type Agreement, type Signatory, whoseTurn } from './agreement.ts'
import type { Proposal } from './proposing.ts'

/** Why the paper could not be made of the present text. */
export type Unprintable = { refused: string; character: string; codePoint: string; where: string }

/** One thing that waits, and on which party; null: on nobody but us. */
export type Waiting =
  | { kind: 'lagging'; on: string; clause: number; language: Locale }
  | { kind: 'signatory' | 'approval'; on: string }
  | { kind: 'proposal'; on: string; proposalId: string; clause: number }
  | { kind: 'unprintable'; on: string; why: Unprintable }
  | { kind: 'document'; on: null }
  | { kind: 'consent' | 'signature'; on: string; signatory: Signatory }

/** What has to happen next, party by party, in the order in which it makes sense to do it. */
export function waitingOn(agreement: Agreement, proposals: Proposal[], unprintable: Unprintable | null): Waiting[] {
  // What was signed elsewhere is neither drafted nor signed here.
  if (agreement.inForce || agreement.registration) return []
  if (agreement.documents.length > 0) return forSignatures(agreement)
  if (unprintable) return [{ kind: 'unprintable', on: agreement.leadOrganisationId, why: unprintable }]
  if (agreement.parties.every((party) => party.approval)) return [{ kind: 'document', on: null }]
  return [
    ...lagging(agreement),
    ...openProposals(agreement, proposals),
    ...agreement.parties
      .filter(({ organisationId }) => !agreement.signatories.some((named) => named.organisationId === organisationId))
      .map((party) => ({ kind: 'signatory' as const, on: party.organisationId })),
    ...agreement.parties
      .filter((party) => !party.approval)
      .map((party) => ({ kind: 'approval' as const, on: party.organisationId })),
  ]
}

const lagging = (agreement: Agreement): Waiting[] =>
  agreement.clauses.flatMap((clause) =>
    clause.lagging.map((language) => ({
      kind: 'lagging' as const,
      on: agreement.leadOrganisationId,
      clause: clause.number,
      language,
    })),
  )

function openProposals(agreement: Agreement, proposals: Proposal[]): Waiting[] {
  return proposals
    .filter((proposal) => proposal.state === 'open')
    .flatMap((proposal) => {
      const clause = agreement.clauses.find(({ id }) => id === proposal.clauseId)
      if (!clause) return []
      const answered = [proposal.organisationId, ...proposal.answers.map((answer) => answer.organisationId)]
      return agreement.partyIds
        .filter((party) => !answered.includes(party))
        .map((on) => ({ kind: 'proposal' as const, on, proposalId: proposal.id, clause: clause.number }))
    })
}

/** Those whose turn it is; the others wait for them, and nobody waits for the others yet. */
const forSignatures = (agreement: Agreement): Waiting[] =>
  whoseTurn(agreement.signatories).map((signatory) => ({
    kind: signatory.consent ? ('signature' as const) : ('consent' as const),
    on: signatory.organisationId,
    signatory,
  }))

/** The newest refusal to make the document, if it is about the text as it stands and all have approved. */
export function unprintableOf(agreement: Agreement, activity: ActivityEntry[]): Unprintable | null {
  if (agreement.documents.length > 0 || agreement.parties.some((party) => !party.approval)) return null
  const last = activity.find((entry) => entry.verb === 'document.refused')
  if (!last || last.facts['textHash'] !== agreement.textHash) return null
  const named = (key: string) => (typeof last.facts[key] === 'string' ? last.facts[key] : '')
  return {
    refused: named('refused'),
    character: named('character'),
    codePoint: named('codePoint'),
    where: named('where'),
  }
}
