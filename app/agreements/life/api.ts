import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { withAgreement } from '../api/asking.ts'
import { setGrants } from '../grants/opening.ts'
import { grantsOf } from '../grants/standing.ts'
import { audiences, openings } from '../grants/tables.ts'
import { renewAgreement } from './renewing.ts'
import { liftSuspension, suspendAgreement } from './suspending.ts'
import { retractNotice, terminateAgreement } from './terminating.ts'

const tag = 'agreements'
const here = '/agreements/{reference}'
const needs = 'agreements:write'
const opens = z.enum(openings)
const audience = z.enum(audiences)
const decided = z.strictObject({ organisationId: shapes.id, reason: shapes.text(2000, 'The programme has ended.') })

const suspending = {
  'not-yours': true,
  'not-in-force': true,
  'suspended-already': true,
  'not-suspended': true,
} as const
const terminating = {
  'not-yours': true,
  'not-in-force': true,
  'noticed-already': true,
  'ends-sooner': true,
  'no-notice': true,
  'in-effect': true,
} as const

/** What an agreement opens while it is in force, and how it rests, ends or goes on. */
export const lifeOperations: readonly Operation[] = [
  operation({
    id: 'listGrants',
    method: 'get',
    path: `${here}/grants`,
    tag,
    needs: 'agreements:read',
    summary: 'What each party opens to the others, and whether these doors stand open now.',
    answers: z.object({
      open: z.boolean().describe('Whether the agreement is in force'),
      grants: z.array(z.object({ organisationId: shapes.id, opens, audience, givenAt: shapes.instant })),
    }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, agreement }) => ({
        open: agreement.standing === 'in-force',
        grants: (await grantsOf(services.database.db, scope, agreement.id)).map((grant) => ({
          ...grant,
          givenAt: grant.givenAt.toISOString(),
        })),
      })),
  }),
  operation({
    id: 'setGrants',
    method: 'post',
    path: `${here}/grants`,
    tag,
    needs,
    summary: 'Set what one’s organisation opens to the other parties; what is not named is closed.',
    body: z.strictObject({
      organisationId: shapes.id,
      opens: z.partialRecord(opens, audience).meta({ examples: [{ referrals: 'members' }] }),
    }),
    answers: z.object({ open: z.int() }),
    refusals: refusalsOf<typeof setGrants>({ 'not-yours': true, 'not-in-force': true }),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => setGrants(services, scope, id, asked.body)),
  }),
  operation({
    id: 'suspendAgreement',
    method: 'post',
    path: `${here}/suspension`,
    tag,
    needs,
    summary: 'Lay an agreement to rest: what it opens closes at once.',
    body: decided,
    answers: z.object({ suspended: z.literal(true) }),
    refusals: refusalsOf<typeof suspendAgreement>(suspending),
    run: (asked) =>
      withAgreement(asked, ({ services, scope, id }) => suspendAgreement(services, scope, id, asked.body)),
  }),
  operation({
    id: 'liftSuspension',
    method: 'post',
    path: `${here}/suspension/lifting`,
    tag,
    needs,
    summary: 'Take a suspended agreement up again.',
    answers: z.object({ lifted: z.literal(true) }),
    refusals: refusalsOf<typeof liftSuspension>(suspending),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => liftSuspension(services, scope, id)),
  }),
  operation({
    id: 'terminateAgreement',
    method: 'post',
    path: `${here}/termination`,
    tag,
    needs,
    summary: 'Give notice; it takes effect when the period of notice is over.',
    body: decided,
    answers: z.object({ effectiveFrom: shapes.instant }),
    refusals: refusalsOf<typeof terminateAgreement>(terminating),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, id }) => {
        const outcome = await terminateAgreement(services, scope, id, asked.body)
        return 'refused' in outcome ? outcome : { effectiveFrom: outcome.effectiveFrom.toISOString() }
      }),
  }),
  operation({
    id: 'retractNotice',
    method: 'post',
    path: `${here}/termination/retraction`,
    tag,
    needs,
    summary: 'Take notice back before it takes effect.',
    answers: z.object({ retracted: z.literal(true) }),
    refusals: refusalsOf<typeof retractNotice>(terminating),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => retractNotice(services, scope, id)),
  }),
  operation({
    id: 'renewAgreement',
    method: 'post',
    path: `${here}/renewal`,
    tag,
    needs,
    status: 201,
    summary: 'Prepare the next agreement as a draft from this one.',
    answers: z.object({ id: shapes.id, reference: shapes.reference }),
    refusals: refusalsOf<typeof renewAgreement>({
      'not-yours': true,
      'not-in-force': true,
      'renewed-already': true,
      'too-few-parties': true,
      'same-party-twice': true,
      'lead-not-a-party': true,
      'no-languages': true,
      'no-such-organisation': true,
      'no-such-alliance': true,
      'unsuitable-text': true,
    }),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => renewAgreement(services, scope, id)),
  }),
]
