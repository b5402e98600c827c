import { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { type Answer, type Asked, operation, type Operation } from '../api/operation.ts'
import { presentAgreement } from '../api/presenting.ts'
import * as shapes from '../api/shapes.ts'
import { exportActivity } from '../platform/audit/export.ts'
import { getBlob } from '../platform/storage/blobs.ts'
import type { Services } from '../web/env.ts'
import type { Agreement } from './agreement.ts'
import { approveText, withdrawApproval } from './approving.ts'
import { addClause, moveClause, removeClause } from './arranging.ts'
import { giveConsent, requestConsentCode, withdrawConsent } from './consenting.ts'
import { type Draft, draftAgreement } from './drafting.ts'
import { inviteAgain } from './inviting.ts'
import { nameSignatory, type SignatoryNaming } from './naming.ts'
import { answerProposal, proposalsOf, proposeChange, withdrawProposal } from './proposing.ts'
import { publishAgreement, unpublishAgreement } from './publishing.ts'
import { agreementByReference, listAgreements, publishedAgreement } from './queries.ts'
import { reviseClause } from './revising.ts'
import { signAgreement } from './signing.ts'

const PAGE = 50
const tag = 'agreements'
const write = 'agreements:write'
const here = '/agreements/{reference}'

type Act<Body> = (services: Services, scope: Scope, agreement: Agreement, asked: Asked<never, Body>) => Promise<Answer>

/** An act on an agreement that the asker may see; to everybody else there is none. */
const on =
  <Body>(act: Act<Body>) =>
  async (asked: Asked<never, Body>): Promise<Answer> => {
    const { services, scope } = asked.c.var
    const agreement = await ownAgreement(asked)
    return agreement ? act(services, scope, agreement, asked) : null
  }

function ownAgreement({ c, params }: Pick<Asked<never, never>, 'c' | 'params'>): Promise<Agreement | null> {
  const { services, scope } = c.var
  return agreementByReference(services.database.db, scope, params['reference'] ?? '', services.clock.now())
}

const part = (asked: { params: Record<string, string> }, name: string) => asked.params[name] ?? ''

const reading: Operation[] = [
  operation({
    id: 'listAgreements',
    method: 'get',
    path: '/agreements',
    tag,
    needs: 'public',
    summary: 'Agreements that are public, and with a token those of one’s organisations; newest first.',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(PAGE),
      before: shapes.id.optional(),
    }),
    answers: z.object({
      items: z.array(shapes.summary),
      next: shapes.id.nullable().describe('Pass it as `before` for the next page'),
    }),
    async run({ c, query: { limit, before } }) {
      const { services, scope } = c.var
      const found = await listAgreements(services.database.db, scope, services.clock.now(), {
        limit: limit + 1,
        ...(before ? { before } : {}),
      })
      const items = found.slice(0, limit)
      return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
  }),
  operation({
    id: 'readAgreement',
    method: 'get',
    path: here,
    tag,
    needs: 'public',
    summary: 'One agreement: for its parties and signatories all of it, for others what its parties have made public.',
    answers: shapes.agreement,
    async run(asked) {
      const { services, scope, locale } = asked.c.var
      const own = await ownAgreement(asked)
      if (own) return presentAgreement(own, { withText: true, reader: locale })
      const found = await publishedAgreement(
        services.database.db,
        scope,
        part(asked, 'reference'),
        services.clock.now(),
      )
      return found && presentAgreement(found, { withText: found.publication?.withText ?? false, reader: locale })
    },
  }),
  operation({
    id: 'readDocument',
    method: 'get',
    path: `${here}/documents/{revision}`,
    tag,
    needs: 'public',
    summary: 'A revision of the PDF, byte for byte.',
    answers: 'application/pdf',
    async run(asked) {
      const { services, scope } = asked.c.var
      const published = () =>
        publishedAgreement(services.database.db, scope, part(asked, 'reference'), services.clock.now())
      const agreement = (await ownAgreement(asked)) ?? (await published())
      const isOpen = (await ownAgreement(asked)) !== null || agreement?.publication?.withText
      const document = isOpen
        ? agreement?.documents.find(({ revision }) => String(revision) === part(asked, 'revision'))
        : undefined
      const blob = document && (await getBlob(services.database.db, document.sha256))
      return blob
        ? new Response(new Uint8Array(blob.bytes), {
            headers: { 'content-type': 'application/pdf', etag: `"${blob.sha256}"` },
          })
        : null
    },
  }),
  operation({
    id: 'exportRecord',
    method: 'get',
    path: `${here}/record`,
    tag,
    needs: 'agreements:read',
    summary:
      'The activity record as JSON Lines, with its head and time-stamps; `musubi audit verify --export` checks it.',
    answers: 'application/jsonl',
    run: on(async (services, _scope, agreement) => {
      const lines = await exportActivity(services.database.db, { kind: 'agreement', id: agreement.id })
      return new Response(lines, { headers: { 'content-type': 'application/jsonl; charset=utf-8' } })
    }),
  }),
  operation({
    id: 'listProposals',
    method: 'get',
    path: `${here}/proposals`,
    tag,
    needs: 'agreements:read',
    summary: 'Proposed changes with their answers, newest first.',
    answers: z.object({ items: z.array(shapes.done) }),
    run: on(async (services, _scope, agreement) => ({ items: await proposalsOf(services.database.db, agreement) })),
  }),
]

const drafting: Operation[] = [
  operation({
    id: 'draftAgreement',
    method: 'post',
    path: '/agreements',
    tag,
    needs: write,
    summary: 'Begin an agreement for one’s own organisation.',
    body: shapes.draft,
    status: 201,
    answers: z.object({ id: shapes.id, reference: shapes.reference }),
    run: ({ c, body }) => draftAgreement(c.var.services, c.var.scope, body as Draft),
  }),
  operation({
    id: 'addClause',
    method: 'post',
    path: `${here}/clauses`,
    tag,
    needs: write,
    summary: 'Add a clause at the end.',
    body: z.strictObject({ binding: z.boolean(), wordings: shapes.wordings }),
    status: 201,
    answers: z.object({ clauseId: shapes.id }),
    run: on<{ binding: boolean; wordings: z.output<typeof shapes.wordings> }>((services, scope, { id }, { body }) =>
      addClause(services, scope, id, body),
    ),
  }),
  operation({
    id: 'reviseClause',
    method: 'put',
    path: `${here}/clauses/{clause}`,
    tag,
    needs: write,
    summary: 'Rewrite a clause. Refused with `changed-meanwhile` when `basedOn` is no longer current.',
    body: z.strictObject({ wordings: shapes.wordings, basedOn: shapes.basedOn, inStep: z.boolean().optional() }),
    answers: shapes.done,
    run: on<{ wordings: z.output<typeof shapes.wordings>; basedOn: z.output<typeof shapes.basedOn>; inStep?: boolean }>(
      (services, scope, { id }, asked) =>
        reviseClause(services, scope, id, { clauseId: part(asked, 'clause'), ...asked.body }),
    ),
  }),
  operation({
    id: 'moveClause',
    method: 'post',
    path: `${here}/clauses/{clause}/moves`,
    tag,
    needs: write,
    summary: 'Let a clause change places with its neighbour.',
    body: z.strictObject({ direction: z.enum(['up', 'down']) }),
    answers: shapes.done,
    run: on<{ direction: 'up' | 'down' }>((services, scope, { id }, asked) =>
      moveClause(services, scope, id, { clauseId: part(asked, 'clause'), ...asked.body }),
    ),
  }),
  operation({
    id: 'removeClause',
    method: 'delete',
    path: `${here}/clauses/{clause}`,
    tag,
    needs: write,
    summary: 'Take a clause out of the text.',
    answers: shapes.done,
    run: on((services, scope, { id }, asked) => removeClause(services, scope, id, part(asked, 'clause'))),
  }),
  operation({
    id: 'proposeChange',
    method: 'post',
    path: `${here}/proposals`,
    tag,
    needs: write,
    summary: 'Propose another wording of a clause.',
    body: z.strictObject({
      organisationId: shapes.id,
      clauseId: shapes.id,
      wordings: shapes.wordings,
      basedOn: shapes.basedOn,
      reason: z.string().trim().min(1).max(5000),
    }),
    status: 201,
    answers: z.object({ proposalId: shapes.id }),
    run: on<Parameters<typeof proposeChange>[3]>((services, scope, { id }, { body }) =>
      proposeChange(services, scope, id, body),
    ),
  }),
  operation({
    id: 'answerProposal',
    method: 'put',
    path: `${here}/proposals/{proposal}/answer`,
    tag,
    needs: write,
    summary: 'Accept or decline a proposal for one party.',
    body: z.strictObject({
      organisationId: shapes.id,
      answer: z.enum(['accepted', 'declined']),
      reason: z.string().max(5000).optional(),
    }),
    answers: z.object({ state: z.enum(['open', 'accepted', 'declined', 'withdrawn']) }),
    run: on<{ organisationId: string; answer: 'accepted' | 'declined'; reason?: string }>(
      (services, scope, { id }, asked) =>
        answerProposal(services, scope, id, { proposalId: part(asked, 'proposal'), ...asked.body }),
    ),
  }),
  operation({
    id: 'withdrawProposal',
    method: 'delete',
    path: `${here}/proposals/{proposal}`,
    tag,
    needs: write,
    summary: 'Take one’s own open proposal back.',
    answers: shapes.done,
    run: on((services, scope, { id }, asked) => withdrawProposal(services, scope, id, part(asked, 'proposal'))),
  }),
]

const signing: Operation[] = [
  operation({
    id: 'nameSignatory',
    method: 'put',
    path: `${here}/signatories`,
    tag,
    needs: write,
    summary: 'Name who signs for a party, and on what ground; replaces the earlier choice.',
    body: shapes.signatoryNaming,
    answers: z.object({ signatoryId: shapes.id }),
    run: on<z.output<typeof shapes.signatoryNaming>>((services, scope, { id }, { body }) =>
      nameSignatory(services, scope, id, body as SignatoryNaming),
    ),
  }),
  operation({
    id: 'approveText',
    method: 'post',
    path: `${here}/approvals`,
    tag,
    needs: write,
    summary: 'Approve the exact text for a party. Refused with `text-changed` when the hash is no longer current.',
    body: z.strictObject({ organisationId: shapes.id, textHash: shapes.sha256 }),
    answers: z.object({ approved: z.literal(true), complete: z.boolean() }),
    run: on<{ organisationId: string; textHash: string }>((services, scope, { id }, { body }) =>
      approveText(services, scope, id, body),
    ),
  }),
  operation({
    id: 'withdrawApproval',
    method: 'delete',
    path: `${here}/approvals/{organisation}`,
    tag,
    needs: write,
    summary: 'Take an approval back while there is no document.',
    answers: shapes.done,
    run: on((services, scope, { id }, asked) => withdrawApproval(services, scope, id, part(asked, 'organisation'))),
  }),
  operation({
    id: 'inviteSignatoryAgain',
    method: 'post',
    path: `${here}/signatories/{signatory}/invitations`,
    tag,
    needs: write,
    summary: 'Send a signatory a new personal link; earlier ones stop working.',
    answers: shapes.done,
    run: on((services, scope, { id }, asked) => inviteAgain(services, scope, id, part(asked, 'signatory'))),
  }),
  operation({
    id: 'requestConsentCode',
    method: 'post',
    path: `${here}/codes`,
    tag,
    needs: write,
    summary: 'Have the code for consenting sent to the signatory’s own mailbox.',
    answers: shapes.done,
    run: on((services, scope, { id }) => requestConsentCode(services, scope, id)),
  }),
  operation({
    id: 'giveConsent',
    method: 'post',
    path: `${here}/consents`,
    tag,
    needs: write,
    summary: 'Consent, as the signatory, to the very document whose SHA-256 is given.',
    body: z.strictObject({ documentSha256: shapes.sha256, code: z.string().min(1).max(40) }),
    status: 201,
    answers: z.object({ consentId: shapes.id }),
    run: on<{ documentSha256: string; code: string }>((services, scope, { id }, { body }) =>
      giveConsent(services, scope, id, body),
    ),
  }),
  operation({
    id: 'withdrawConsent',
    method: 'delete',
    path: `${here}/consents/own`,
    tag,
    needs: write,
    summary: 'Take one’s consent back before the signature is made.',
    answers: shapes.done,
    run: on((services, scope, { id }) => withdrawConsent(services, scope, id)),
  }),
  operation({
    id: 'signAgreement',
    method: 'post',
    path: `${here}/signatures`,
    tag,
    needs: write,
    summary: 'Make the signature from one’s consent, when it is one’s turn.',
    body: z.strictObject({ documentSha256: shapes.sha256 }),
    status: 201,
    answers: z.object({ signatureId: shapes.id, inForce: z.boolean() }),
    run: on<{ documentSha256: string }>((services, scope, { id }, { body }) =>
      signAgreement(services, scope, id, body),
    ),
  }),
  operation({
    id: 'publishAgreement',
    method: 'put',
    path: `${here}/publication`,
    tag,
    needs: write,
    summary: 'Make the public page, with or without the text.',
    body: z.strictObject({ withText: z.boolean() }),
    answers: shapes.done,
    run: on<{ withText: boolean }>((services, scope, { id }, { body }) => publishAgreement(services, scope, id, body)),
  }),
  operation({
    id: 'unpublishAgreement',
    method: 'delete',
    path: `${here}/publication`,
    tag,
    needs: write,
    summary: 'Take the public page back.',
    answers: shapes.done,
    run: on((services, scope, { id }) => unpublishAgreement(services, scope, id)),
  }),
]

export const agreementOperations: readonly Operation[] = [...reading, ...drafting, ...signing]
