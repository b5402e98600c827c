import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { approveText, withdrawApproval } from '../approving.ts'
import { nameSignatory, type SignatoryNaming } from '../naming.ts'
import { peopleOf } from '../people.ts'
import { namesSignatoriesFor } from '../policy.ts'
import { answerProposal, proposeChange, withdrawProposal } from '../proposing.ts'
import { basedOnOf, missingLanguage, part, strayLanguage, withAgreement, wordingsOf } from './asking.ts'
import { presentPerson } from './presenting.ts'
import * as own from './shapes.ts'

const tag = 'agreements'
const needs = 'agreements:write'
const here = '/agreements/{reference}'

const proposalRefusals = {
  'not-yours': true,
  'no-such-clause': true,
  'no-such-proposal': true,
  'text-is-fixed': true,
  'own-proposal': true,
  'already-answered': true,
  closed: true,
  'changed-meanwhile': true,
  'nothing-changed': true,
  'unsuitable-text': true,
} as const

/** What every party does until all have approved one text. */
export const negotiatingOperations: readonly Operation[] = [
  operation({
    id: 'proposeChange',
    method: 'post',
    path: `${here}/proposals`,
    tag,
    needs,
    summary: 'Propose another wording of a clause for one’s party. Sent twice, it proposes twice.',
    body: z.strictObject({
      organisationId: shapes.id,
      clauseId: shapes.id,
      texts: own.textsBasedOn,
      reason: shapes.text(2000, 'Our statutes ask for it.'),
    }),
    status: 201,
    answers: z.object({ proposalId: shapes.id }),
    refusals: refusalsOf<typeof proposeChange>(proposalRefusals),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, agreement, id }) => {
        const { texts, ...rest } = asked.body
        return (
          strayLanguage(agreement, texts) ??
          proposeChange(services, scope, id, { ...rest, wordings: wordingsOf(texts), basedOn: basedOnOf(texts) })
        )
      }),
  }),
  operation({
    id: 'answerProposal',
    method: 'put',
    path: `${here}/proposals/{proposal}/answer`,
    tag,
    needs,
    summary: 'Accept or decline a proposal for one’s party. When all others have accepted, the clause is rewritten.',
    body: z.strictObject({
      organisationId: shapes.id,
      answer: z.enum(['accepted', 'declined']),
      reason: shapes.text(2000, 'Agreed by our board.').optional(),
    }),
    answers: z.object({ state: own.proposal.shape.state }),
    refusals: refusalsOf<typeof answerProposal>(proposalRefusals),
    run: (asked) =>
      withAgreement(asked, ({ services, scope, id }) => {
        const { organisationId, answer, reason } = asked.body
        const input = { proposalId: part(asked, 'proposal'), organisationId, answer }
        return answerProposal(services, scope, id, { ...input, ...(reason ? { reason } : {}) })
      }),
  }),
  operation({
    id: 'withdrawProposal',
    method: 'delete',
    path: `${here}/proposals/{proposal}`,
    tag,
    needs,
    summary: 'Take one’s own open proposal back.',
    answers: z.object({ withdrawn: z.literal(true) }),
    refusals: refusalsOf<typeof withdrawProposal>(proposalRefusals),
    run: (asked) =>
      withAgreement(asked, ({ services, scope, id }) => withdrawProposal(services, scope, id, part(asked, 'proposal'))),
  }),
  operation({
    id: 'listPeople',
    method: 'get',
    path: `${here}/parties/{organisation}/people`,
    tag,
    needs: 'agreements:read',
    summary: 'Who may be named as a party’s signatory: people with an office or a role there.',
    answers: z.object({ items: z.array(own.person) }),
    refusals: ['not-yours'],
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, agreement, c }) => {
        const organisation = agreement.partyIds.find((id) => id === part(asked, 'organisation'))
        if (!organisation) return null
        if (!namesSignatoriesFor(scope, agreement).includes(organisation)) return { refused: 'not-yours' }
        const people = await peopleOf(services.database.db, organisation)
        return { items: people.map((one) => presentPerson(one, c.var.locale)) }
      }),
  }),
  operation({
    id: 'nameSignatory',
    method: 'put',
    path: `${here}/signatories`,
    tag,
    needs,
    summary: 'Name who signs for a party, and on what ground; replaces the party’s earlier choice.',
    body: own.signatoryNaming,
    answers: z.object({ signatoryId: shapes.id }),
    refusals: refusalsOf<typeof nameSignatory>({
      'not-yours': true,
      'text-is-fixed': true,
      'place-taken': true,
      'not-a-party': true,
      'no-such-person': true,
    }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, agreement, id }) => {
        const { office, ...naming } = asked.body
        const mistake = strayLanguage(agreement, office, 'office') ?? missingLanguage(agreement, office, 'office')
        if (mistake) return mistake
        if (!agreement.partyIds.includes(naming.organisationId)) return { refused: 'not-a-party' }
        if (!namesSignatoriesFor(scope, agreement).includes(naming.organisationId)) return { refused: 'not-yours' }
        // The certificate will bear this name: it is the person's own, not what the asker would call them.
        const people = await peopleOf(services.database.db, naming.organisationId)
        const person = people.find((one) => one.id === naming.personId)
        if (!person) return { refused: 'no-such-person' }
        const original = agreement.languages[0] ?? 'en'
        const input = { ...naming, name: person.name, office: { original, text: office } }
        return nameSignatory(services, scope, id, input as SignatoryNaming)
      }),
  }),
  operation({
    id: 'approveText',
    method: 'post',
    path: `${here}/approvals`,
    tag,
    needs,
    summary: 'Approve the exact text for a party. The last approval has the document made.',
    body: z.strictObject({ organisationId: shapes.id, textHash: shapes.sha256 }),
    answers: z.object({ approved: z.literal(true), complete: z.boolean() }),
    refusals: refusalsOf<typeof approveText>({
      'not-yours': true,
      'not-a-party': true,
      'text-changed': true,
      'language-lags': true,
      'signatory-missing': true,
      'already-approved': true,
      'text-is-fixed': true,
    }),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => approveText(services, scope, id, asked.body)),
  }),
  operation({
    id: 'withdrawApproval',
    method: 'delete',
    path: `${here}/approvals/{organisation}`,
    tag,
    needs,
    summary: 'Take a party’s approval back while there is no document.',
    answers: z.object({ withdrawn: z.literal(true) }),
    refusals: refusalsOf<typeof withdrawApproval>({ 'not-yours': true, 'not-approved': true, 'text-is-fixed': true }),
    run: (asked) =>
      withAgreement(asked, ({ services, scope, id }) =>
        withdrawApproval(services, scope, id, part(asked, 'organisation')),
      ),
  }),
]
