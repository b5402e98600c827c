import type { Scope } from '../accounts/scope.ts'
import { type Agreement, type Signatory, signatoryOf, whoseTurn } from '../agreements/agreement.ts'
import { mayApproveFor, mayEdit, negotiatesFor } from '../agreements/policy.ts'
import type { Proposal } from '../agreements/proposing.ts'
import { addToDate, daysBetween } from '../language/dates.ts'
import type { Locale } from '../language/locales.ts'
import type { OwnAgreement } from './queries.ts'

/** Something that waits for the asker. Organisations by id. */
export type Task =
  | { kind: 'sign' | 'signLater'; agreement: Agreement }
  | { kind: 'approve' | 'name'; agreement: Agreement; organisationId: string }
  | { kind: 'answer'; agreement: Agreement; proposal: Proposal; clause: number }
  | { kind: 'translate'; agreement: Agreement; language: Locale; count: number }

/** Something that waits for others. */
export type Wait =
  | { kind: 'approvals' | 'signatures'; agreement: Agreement; organisationIds: string[] }
  | { kind: 'answers'; agreement: Agreement; clause: number; organisationIds: string[] }

export type Ending = { agreement: Agreement; until: string; days: number }

/** What the asker has to do, the nearest to the goal first: signatures before approvals before wording. */
export function tasksOf(scope: Scope, own: OwnAgreement[]): Task[] {
  const order: Task['kind'][] = ['sign', 'approve', 'answer', 'translate', 'name', 'signLater']
  return own
    .flatMap((one) => tasksIn(scope, one))
    .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}

/** Still being worded here; what was signed elsewhere never was. */
const isInTheMaking = ({ documents, inForce, registration }: Agreement): boolean =>
  documents.length === 0 && !inForce && !registration

function tasksIn(scope: Scope, { agreement, proposals }: OwnAgreement): Task[] {
  if (agreement.standing === 'signing') return signingTask(scope, agreement)
  if (!isInTheMaking(agreement)) return []
  const mine = negotiatesFor(scope, agreement)
  const unanswered = proposals.filter((proposal) => waitingFor(agreement, proposal).some((id) => mine.includes(id)))
  return [
    ...agreement.parties
      .filter((party) => !party.approval && mayApproveFor(scope, party.organisationId))
      .map(({ organisationId }): Task => ({ kind: 'approve', agreement, organisationId })),
    ...unanswered.map((proposal): Task => ({
      kind: 'answer',
      agreement,
      proposal,
      clause: clauseOf(agreement, proposal),
    })),
    ...(mayEdit(scope, agreement) ? laggingTasks(agreement) : []),
    ...mine
      .filter((id) => !agreement.signatories.some((signatory) => signatory.organisationId === id))
      .map((organisationId): Task => ({ kind: 'name', agreement, organisationId })),
  ]
}

function signingTask(scope: Scope, agreement: Agreement): Task[] {
  const own = signatoryOf(agreement, scope.person)
  if (!own || own.signature) return []
  return [{ kind: whoseTurn<Signatory>(agreement.signatories).includes(own) ? 'sign' : 'signLater', agreement }]
}

const laggingTasks = (agreement: Agreement): Task[] =>
  agreement.languages
    .map((language) => ({
      language,
      count: agreement.clauses.filter((clause) => clause.lagging.includes(language)).length,
    }))
    .filter(({ count }) => count > 0)
    .map((lag): Task => ({ kind: 'translate', agreement, ...lag }))

/** What others have to do before something of the asker's can go on. What waits for the asker alone is not repeated here. */
export function waitsOf(scope: Scope, own: OwnAgreement[]): Wait[] {
  return own.flatMap(({ agreement, proposals }): Wait[] => {
    if (agreement.standing === 'signing') return signatureWaits(scope, agreement)
    if (!isInTheMaking(agreement)) return []
    const mine = negotiatesFor(scope, agreement)
    const missing = agreement.parties.filter((party) => !party.approval).map((party) => party.organisationId)
    const others = missing.filter((id) => !mayApproveFor(scope, id))
    return [
      ...(others.length ? [{ kind: 'approvals' as const, agreement, organisationIds: others }] : []),
      ...proposals.flatMap((proposal): Wait[] => {
        const organisationIds = waitingFor(agreement, proposal).filter((id) => !mine.includes(id))
        if (organisationIds.length === 0) return []
        return [{ kind: 'answers', agreement, clause: clauseOf(agreement, proposal), organisationIds }]
      }),
    ]
  })
}

function signatureWaits(scope: Scope, agreement: Agreement): Wait[] {
  const others = whoseTurn<Signatory>(agreement.signatories).filter(
    ({ personId }) => personId !== scope.person?.personId,
  )
  if (others.length === 0) return []
  return [{ kind: 'signatures', agreement, organisationIds: others.map(({ organisationId }) => organisationId) }]
}

/** The parties that have yet to answer. */
const waitingFor = (agreement: Agreement, proposal: Proposal): string[] =>
  agreement.partyIds.filter(
    (id) => id !== proposal.organisationId && !proposal.answers.some((answer) => answer.organisationId === id),
  )

const clauseOf = (agreement: Agreement, proposal: Proposal): number =>
  agreement.clauses.find((clause) => clause.id === proposal.clauseId)?.number ?? 0

/** Half a year: enough to negotiate a renewal before the notice period of a usual memorandum begins. */
const SOON = { days: 180 }

/** Agreements whose term ends within 180 days of `today` (YYYY-MM-DD), the nearest end first. */
export function endingsOf(own: OwnAgreement[], today: string): Ending[] {
  const limit = addToDate(today, SOON)
  return own
    .flatMap(({ agreement }): Ending[] => {
      const until = agreement.inForce?.until
      return until && until <= limit ? [{ agreement, until, days: daysBetween(today, until) }] : []
    })
    .toSorted((one, other) => one.days - other.days)
}
