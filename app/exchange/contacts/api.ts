import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { finishStep } from './finishing.ts'
import { logContact } from './logging.ts'
import { logOf, logPlace } from './queries.ts'
import { contactKinds } from './tables.ts'
import { withdrawContact } from './withdrawing.ts'

const tag = 'exchange'
const here = '/contacts/{organisation}'
const kind = z.enum(contactKinds)
const entered = shapes.text(200, 'Demonstration clinic')

const entry = z.object({
  id: shapes.id,
  kind,
  heldOn: shapes.date,
  counterpart: entered,
  people: entered.nullable(),
  agreed: entered,
  steps: z.array(z.object({ id: shapes.id, what: entered, dueOn: shapes.date, done: z.boolean() })),
})

/** The log of contacts, for programs that keep it. */
export const contactOperations: readonly Operation[] = [
  operation({
    id: 'listContacts',
    method: 'get',
    path: here,
    tag,
    needs: 'exchange:read',
    summary: 'The contacts of an organisation, the latest first.',
    answers: z.object({ contacts: z.array(entry) }),
    async run({ c, params }) {
      const { scope, services, locale } = c.var
      const place = await logPlace(services.database.db, scope, params['organisation'] ?? '', locale)
      if (!place) return null
      const { entries } = await logOf(services.database.db, scope, place.id, locale)
      return {
        contacts: entries.map(({ id, kind, heldOn, counterpart, people, agreed, steps }) => ({
          id,
          kind,
          heldOn,
          counterpart,
          people,
          agreed,
          steps: steps.map(({ id: stepId, what, dueOn, done }) => ({ id: stepId, what, dueOn, done })),
        })),
      }
    },
  }),
  operation({
    id: 'logContact',
    method: 'post',
    path: here,
    tag,
    needs: 'exchange:write',
    status: 201,
    summary: 'Enter a contact, and with it the step that comes next.',
    body: z.strictObject({
      kind,
      heldOn: shapes.date,
      counterpart: entered,
      people: shapes.text(400, 'Demonstration buyer').optional(),
      agreed: shapes.text(8000, 'They send samples.'),
      agreement: shapes.id.optional(),
      next: z.strictObject({ what: shapes.text(400, 'Send the contract'), dueOn: shapes.date }).optional(),
      draft: shapes.id.optional().describe('The mail that it is made of'),
    }),
    answers: z.object({ id: shapes.id, stepId: shapes.id.nullable() }),
    refusals: refusalsOf<typeof logContact>({
      'not-yours': true,
      'in-the-future': true,
      'no-such-agreement': true,
      'draft-settled': true,
    }),
    async run({ c, params, body }) {
      const { scope, services, locale } = c.var
      const place = await logPlace(services.database.db, scope, params['organisation'] ?? '', locale)
      if (!place) return null
      const { people, agreement, next, draft, ...said } = body
      return logContact(services, scope, {
        ...said,
        organisationId: place.id,
        people: people ?? null,
        agreementId: agreement ?? null,
        next: next ?? null,
        draftId: draft ?? null,
      })
    },
  }),
  operation({
    id: 'withdrawContact',
    method: 'post',
    path: `${here}/{entry}/withdrawal`,
    tag,
    needs: 'exchange:write',
    summary: 'Take an entry out of the log, with the steps it led to.',
    answers: z.object({ withdrawn: z.literal(true) }),
    refusals: refusalsOf<typeof withdrawContact>({ 'not-yours': true, 'not-there': true }),
    async run({ c, params }) {
      const { scope, services, locale } = c.var
      const place = await logPlace(services.database.db, scope, params['organisation'] ?? '', locale)
      const entryId = shapes.id.safeParse(params['entry'])
      if (!place || !entryId.success) return null
      return withdrawContact(services, scope, { organisationId: place.id, entryId: entryId.data })
    },
  }),
  operation({
    id: 'finishStep',
    method: 'post',
    path: `${here}/steps/{step}/completion`,
    tag,
    needs: 'exchange:write',
    summary: 'Say that a next step was taken.',
    answers: z.object({ finished: z.literal(true) }),
    refusals: refusalsOf<typeof finishStep>({ 'not-yours': true, 'not-there': true }),
    async run({ c, params }) {
      const { scope, services, locale } = c.var
      const place = await logPlace(services.database.db, scope, params['organisation'] ?? '', locale)
      const stepId = shapes.id.safeParse(params['step'])
      if (!place || !stepId.success) return null
      return finishStep(services, scope, { organisationId: place.id, stepId: stepId.data })
    },
  }),
]
