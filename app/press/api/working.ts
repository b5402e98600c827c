import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { approveRelease, withdrawReleaseApproval } from '../approving.ts'
import { changeEmbargo } from '../embargoing.ts'
import { reviseRelease, type Revising, sayForIssuer } from '../revising.ts'
import { setForm } from '../settingForm.ts'
import { withdrawRelease } from '../withdrawing.ts'
import type { IssuerNotes } from '../content.ts'
import type { Content } from '../../language/translated.ts'
import { withRelease } from './asking.ts'
import * as own from './shapes.ts'

const tag = 'press'
const needs = 'press:write'
const here = '/releases/{slug}'

const revised = z.object({ revision: z.int() })
const organisationId = shapes.id.describe('The issuer for which one acts')

/** From the draft to the lifting, and what may come after it. */
export const workingOperations: readonly Operation[] = [
  operation({
    id: 'reviseRelease',
    method: 'put',
    path: here,
    tag,
    needs,
    summary: 'Rewrite a release, so that every issuer has to approve anew; of a public one it makes a correction.',
    body: own.revision,
    answers: revised,
    refusals: refusalsOf<typeof reviseRelease>({
      'not-yours': true,
      withdrawn: true,
      'changed-meanwhile': true,
      'no-languages': true,
      'original-missing': true,
      'nothing-to-say': true,
      'nothing-changed': true,
      'reason-missing': true,
    }),
    run: (asked) =>
      withRelease(asked, ({ services, scope, id }) => reviseRelease(services, scope, id, asked.body as Revising)),
  }),
  operation({
    id: 'setReleaseForm',
    method: 'put',
    path: `${here}/form`,
    tag,
    needs,
    summary: 'Set the official form from what is on record of the event, or take it out; every issuer approves anew.',
    body: z.strictObject({ from: z.enum(['event', 'none']), basedOn: z.int().min(1) }),
    answers: revised,
    refusals: refusalsOf<typeof setForm>({
      'not-yours': true,
      withdrawn: true,
      public: true,
      'changed-meanwhile': true,
      'no-such-event': true,
      'nothing-to-say': true,
    }),
    run: (asked) => withRelease(asked, ({ services, scope, id }) => setForm(services, scope, id, asked.body)),
  }),
  operation({
    id: 'sayForIssuer',
    method: 'put',
    path: `${here}/notes`,
    tag,
    needs,
    summary: 'One issuer’s contacts, boilerplate and trademark notice in a release; every issuer approves anew.',
    body: own.issuerNotes,
    answers: revised,
    refusals: refusalsOf<typeof sayForIssuer>({
      'not-yours': true,
      'not-an-issuer': true,
      withdrawn: true,
      'changed-meanwhile': true,
      'nothing-changed': true,
      'reason-missing': true,
    }),
    run: (asked) =>
      withRelease(asked, ({ services, scope, id }) =>
        sayForIssuer(
          services,
          scope,
          id,
          asked.body as { organisationId: string; basedOn: number; notes: IssuerNotes; reason?: Content },
        ),
      ),
  }),
  operation({
    id: 'approveRelease',
    method: 'post',
    path: `${here}/approvals`,
    tag,
    needs,
    summary: 'Approve, for one issuer, exactly the content that was read, in all its languages.',
    body: z.strictObject({ organisationId, revision: z.int().min(1), contentSha256: shapes.sha256 }),
    answers: z.object({ approved: z.literal(true), standing: own.standing }),
    refusals: refusalsOf<typeof approveRelease>({
      'not-yours': true,
      'not-an-issuer': true,
      'text-changed': true,
      'already-approved': true,
      'language-lags': true,
      withdrawn: true,
      public: true,
    }),
    run: (asked) => withRelease(asked, ({ services, scope, id }) => approveRelease(services, scope, id, asked.body)),
  }),
  operation({
    id: 'withdrawReleaseApproval',
    method: 'delete',
    path: `${here}/approvals/{organisation}`,
    tag,
    needs,
    summary: 'Take an issuer’s approval back, by the issuer’s id, as long as nobody else has read what was approved.',
    answers: z.object({ withdrawn: z.literal(true) }),
    refusals: refusalsOf<typeof withdrawReleaseApproval>({
      'not-yours': true,
      'not-approved': true,
      public: true,
      withdrawn: true,
    }),
    run: (asked) =>
      withRelease(asked, ({ services, scope, id }) =>
        withdrawReleaseApproval(services, scope, id, own.uuidOr(asked.params['organisation'])),
      ),
  }),
  operation({
    id: 'changeEmbargo',
    method: 'put',
    path: `${here}/embargo`,
    tag,
    needs,
    summary: 'Postpone the embargo (any issuer; approvals stand) or bring it forward (the lead; all approve anew).',
    body: own.embargo.extend({
      organisationId,
      reason: shapes.text(2000, 'The signing has been moved to the afternoon.'),
      basedOn: shapes.id.describe('The embargo’s id, as it was read'),
    }),
    answers: z.object({ postponed: z.boolean() }),
    refusals: refusalsOf<typeof changeEmbargo>({
      'not-yours': true,
      withdrawn: true,
      public: true,
      'changed-meanwhile': true,
      'no-agreement': true,
      'nothing-changed': true,
    }),
    run: (asked) => withRelease(asked, ({ services, scope, id }) => changeEmbargo(services, scope, id, asked.body)),
  }),
  operation({
    id: 'withdrawRelease',
    method: 'post',
    path: `${here}/withdrawal`,
    tag,
    needs,
    summary: 'Stop a release before it is lifted, or take a public one back. It cannot be undone.',
    body: z.strictObject({ organisationId, reason: shapes.text(2000, 'The figure in the second paragraph is wrong.') }),
    answers: z.object({ withdrawn: z.literal(true), wasPublic: z.boolean() }),
    refusals: refusalsOf<typeof withdrawRelease>({ 'not-yours': true, withdrawn: true }),
    run: (asked) => withRelease(asked, ({ services, scope, id }) => withdrawRelease(services, scope, id, asked.body)),
  }),
]
