import { z } from 'zod'
import { overLimit } from '../../accounts/limits.ts'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { giveConsent, requestConsentCode, withdrawConsent } from '../consenting.ts'
import { inviteAgain } from '../inviting.ts'
import { publishAgreement, unpublishAgreement } from '../publishing.ts'
import { signAgreement } from '../signing.ts'
import { part, withAgreement } from './asking.ts'

const tag = 'agreements'
const needs = 'agreements:sign'
const here = '/agreements/{reference}'

/** From the document to its public page. Consenting and signing is the signatories' own: a token needs a scope of its own for it. */
export const signingOperations: readonly Operation[] = [
  operation({
    id: 'inviteSignatoryAgain',
    method: 'post',
    path: `${here}/signatories/{signatory}/invitations`,
    tag,
    needs: 'agreements:write',
    summary: 'Send a signatory a new personal link; earlier ones stop working.',
    answers: z.object({ invited: z.literal(true) }),
    refusals: [
      ...refusalsOf<typeof inviteAgain>({
        'not-yours': true,
        'no-such-signatory': true,
        'not-prepared': true,
        'already-signed': true,
      }),
      'too-often',
    ],
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, id }) => {
        const minutes = await overLimit(services, 'invitation-from-person', scope.person?.personId ?? '')
        if (minutes) return { refused: 'too-often', minutes }
        return inviteAgain(services, scope, id, part(asked, 'signatory'))
      }),
  }),
  operation({
    id: 'requestConsentCode',
    method: 'post',
    path: `${here}/codes`,
    tag,
    needs,
    summary: 'Have the code for consenting sent to the signatory’s own mailbox. Sent twice, the later code counts.',
    answers: z.object({ sent: z.literal(true) }),
    refusals: refusalsOf<typeof requestConsentCode>({
      'not-a-signatory': true,
      'not-prepared': true,
      'already-consented': true,
      'too-many-codes': true,
    }),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => requestConsentCode(services, scope, id)),
  }),
  operation({
    id: 'giveConsent',
    method: 'post',
    path: `${here}/consents`,
    tag,
    needs,
    summary: 'Consent, as the signatory, to the very document whose SHA-256 is given.',
    body: z.strictObject({
      documentSha256: shapes.sha256.describe('`approvedDocumentSha256` of the agreement'),
      code: z
        .string()
        .min(1)
        .max(40)
        .meta({ examples: ['482913'] }),
    }),
    status: 201,
    answers: z.object({ consentId: shapes.id }),
    refusals: refusalsOf<typeof giveConsent>({
      'not-a-signatory': true,
      'not-prepared': true,
      'document-changed': true,
      'already-consented': true,
      'wrong-code': true,
      'code-expired': true,
      'too-many-attempts': true,
    }),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => giveConsent(services, scope, id, asked.body)),
  }),
  operation({
    id: 'withdrawConsent',
    method: 'delete',
    path: `${here}/consents/own`,
    tag,
    needs,
    summary: 'Take one’s consent back before the signature is made.',
    answers: z.object({ withdrawn: z.literal(true) }),
    refusals: refusalsOf<typeof withdrawConsent>({
      'not-a-signatory': true,
      'not-consented': true,
      'already-signed': true,
    }),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => withdrawConsent(services, scope, id)),
  }),
  operation({
    id: 'signAgreement',
    method: 'post',
    path: `${here}/signatures`,
    tag,
    needs,
    summary: 'Make the signature from one’s consent, when it is one’s turn.',
    body: z.strictObject({ documentSha256: shapes.sha256.describe('`approvedDocumentSha256` of the agreement') }),
    status: 201,
    answers: z.object({ signatureId: shapes.id, inForce: z.boolean() }),
    refusals: refusalsOf<typeof signAgreement>({
      'not-a-signatory': true,
      'not-prepared': true,
      'document-changed': true,
      'not-consented': true,
      'already-signed': true,
      'out-of-turn': true,
      'timestamp-unavailable': true,
    }),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => signAgreement(services, scope, id, asked.body)),
  }),
  operation({
    id: 'publishAgreement',
    method: 'put',
    path: `${here}/publication`,
    tag,
    needs: 'agreements:write',
    summary: 'Make the public page, with or without the text.',
    body: z.strictObject({ withText: z.boolean() }),
    answers: z.object({ published: z.literal(true) }),
    refusals: refusalsOf<typeof publishAgreement>({ 'not-yours': true, 'not-in-force': true, 'not-published': true }),
    run: (asked) =>
      withAgreement(asked, ({ services, scope, id }) => publishAgreement(services, scope, id, asked.body)),
  }),
  operation({
    id: 'unpublishAgreement',
    method: 'delete',
    path: `${here}/publication`,
    tag,
    needs: 'agreements:write',
    summary: 'Take the public page back. Copies elsewhere are beyond our reach.',
    answers: z.object({ unpublished: z.literal(true) }),
    refusals: refusalsOf<typeof unpublishAgreement>({ 'not-yours': true, 'not-in-force': true, 'not-published': true }),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => unpublishAgreement(services, scope, id)),
  }),
]
