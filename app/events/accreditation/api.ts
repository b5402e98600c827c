import { z } from 'zod'
import { type Answer, operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import type { Scope } from '../../accounts/scope.ts'
import type { Services, Web } from '../../web/env.ts'
import { isId } from '../../platform/ids.ts'
import { mayOrganise } from '../policy.ts'
import * as own from './api/shapes.ts'
import { type Application, applicationsTo } from './applications.ts'
import { askForMore } from './askingForMore.ts'
import { declineReasons } from './forms.ts'
import { type PressEvent, pressEventBySlug } from './pressEvent.ts'
import { reviewApplication } from './reviewing.ts'
import { setAccreditationTerms } from './settingTerms.ts'
import { giveStanding } from './standing/giving.ts'
import { revokeStanding } from './standing/revoking.ts'
import { standingOfApplication } from './standing/standing.ts'
import { writeCoverageRules } from './writingRules.ts'

const tag = 'events'
const needs = 'events:write'
const here = '/events/{slug}/accreditations'
const one = `${here}/{registration}`

type Desk = { services: Services; scope: Scope; event: PressEvent; id: string }

/** An act at the press office's desk; to whoever does not run the event there is no desk. */
async function atDesk(
  asked: { c: Web; params: Record<string, string> },
  act: (desk: Desk) => Promise<Answer>,
): Promise<Answer> {
  const { services, scope } = asked.c.var
  const event = await pressEventBySlug(services.database.db, scope, asked.params['slug'] ?? '')
  const id = asked.params['registration'] ?? ''
  if (!event || !mayOrganise(scope, event) || (id && !isId(id))) return null
  return act({ services, scope, event, id })
}

const note = z
  .string()
  .trim()
  .max(1000)
  .optional()
  .meta({ examples: ['We look forward to seeing you.'] })

/** What programs of a press office do. */
export const accreditationOperations: readonly Operation[] = [
  operation({
    id: 'readAccreditations',
    method: 'get',
    path: here,
    tag,
    needs: 'events:read',
    summary: 'Everybody who applied to an event as a journalist, in order of arrival. For those who run the event.',
    answers: own.applications,
    run: (asked) =>
      atDesk(asked, async ({ services, scope, event }) => ({
        applications: (await applicationsTo(services.database.db, scope, event)).map(presented),
      })),
  }),
  operation({
    id: 'decideAccreditation',
    method: 'post',
    path: `${one}/decisions`,
    tag,
    needs,
    summary:
      'Accredit, decline with a reason that the applicant reads in their own language, or take the decision back.',
    body: z
      .discriminatedUnion('decision', [
        z.strictObject({ decision: z.literal('approve'), note }),
        z.strictObject({ decision: z.literal('decline'), reason: z.enum(declineReasons), note }),
        z.strictObject({ decision: z.literal('undo') }),
      ])
      .meta({ examples: [{ decision: 'decline', reason: 'no-room' }] }),
    answers: z.object({ decision: own.application.shape.decision.describe('Approved without a place left: waiting') }),
    refusals: refusalsOf<typeof reviewApplication>({
      'not-yours': true,
      'no-such-application': true,
      'no-such-registration': true,
      'reason-needed': true,
      withdrawn: true,
      'nothing-changed': true,
      'nothing-to-undo': true,
      full: true,
      'affiliation-full': true,
    }),
    run: (asked) =>
      atDesk(asked, ({ services, scope, event, id }) =>
        reviewApplication(services, scope, event, id, asked.body as never),
      ),
  }),
  operation({
    id: 'askJournalistForMore',
    method: 'post',
    path: `${one}/requests`,
    tag,
    needs,
    summary: 'Ask an applicant by mail for what is missing. Sent twice, it asks twice.',
    body: own.requested,
    status: 201,
    answers: z.object({ requestId: shapes.id }),
    refusals: refusalsOf<typeof askForMore>({ 'not-yours': true, 'no-such-application': true }),
    run: (asked) =>
      atDesk(asked, ({ services, scope, event, id }) =>
        askForMore(services, scope, event, {
          registrationId: id,
          wanted: asked.body.wanted,
          note: asked.body.note ?? '',
        }),
      ),
  }),
  operation({
    id: 'giveStandingAccreditation',
    method: 'put',
    path: `${one}/standing`,
    tag,
    needs,
    summary:
      'Let an accreditation count at later events of one’s own organisation and of its allies, up to and including a day.',
    body: z.strictObject({ until: shapes.date }),
    answers: z.object({ standingId: shapes.id }),
    refusals: refusalsOf<typeof giveStanding>({
      'not-yours': true,
      'no-such-application': true,
      'not-accredited': true,
      'not-a-future-date': true,
      'too-long-standing': true,
      'already-standing': true,
    }),
    run: (asked) =>
      atDesk(asked, ({ services, scope, event, id }) =>
        giveStanding(services, scope, event, { registrationId: id, until: asked.body.until }),
      ),
  }),
  operation({
    id: 'revokeStandingAccreditation',
    method: 'delete',
    path: `${one}/standing`,
    tag,
    needs,
    summary: 'End the standing accreditation that this application was given. Accreditations already given stay.',
    answers: z.object({ revoked: z.literal(true) }),
    refusals: refusalsOf<typeof revokeStanding>({ 'no-such-standing': true, 'already-revoked': true }),
    run: (asked) =>
      atDesk(asked, async ({ services, scope, id }) => {
        const standing = await standingOfApplication(services.database.db, scope, id)
        return standing ? revokeStanding(services, scope, { standingId: standing.id, reason: '' }) : null
      }),
  }),
  operation({
    id: 'writeCoverageRules',
    method: 'put',
    path: '/events/{slug}/coverage-rules',
    tag,
    needs,
    summary:
      'Put the next version of an event’s rules of coverage into force. Who accepted an earlier one accepted that one.',
    body: z.strictObject({
      text: shapes.textIn(20_000, { ja: '画面の撮影が可能です。', en: 'You may photograph the screen.' }),
      basedOn: z.int().min(0).describe('The version that was seen; 0 for none'),
    }),
    answers: z.object({ version: z.int() }),
    refusals: refusalsOf<typeof writeCoverageRules>({
      'not-yours': true,
      'rules-empty': true,
      'nothing-changed': true,
      'changed-meanwhile': true,
    }),
    run: (asked) =>
      atDesk(asked, ({ services, scope, event }) => writeCoverageRules(services, scope, event, asked.body)),
  }),
  operation({
    id: 'setAccreditationTerms',
    method: 'put',
    path: '/events/{slug}/accreditation-terms',
    tag,
    needs,
    summary: 'Say what an event asks of its journalists from now on.',
    body: z.strictObject({
      largestCrew: z.int().min(1).max(20),
      proofNeeded: z.boolean(),
      proofDays: z.int().min(0).max(365).describe('How long proofs are kept after the event'),
    }),
    answers: z.object({ set: z.literal(true) }),
    refusals: refusalsOf<typeof setAccreditationTerms>({ 'not-yours': true }),
    run: (asked) =>
      atDesk(asked, ({ services, scope, event }) => setAccreditationTerms(services, scope, event, asked.body)),
  }),
]

/** What a press office's program gets; keys by which applications are compared stay here. */
function presented(application: Application) {
  const {
    standingId,
    addressKey: _address,
    outletKey: _outlet,
    decidedBy: _by,
    requests: _asked,
    ...rest
  } = application
  return { ...rest, standing: standingId !== null }
}
