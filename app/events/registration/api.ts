import { z } from 'zod'
import { connectionOf, overLimit } from '../../accounts/limits.ts'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import * as own from '../apiShapes.ts'
import { withEvent } from '../asked.ts'
import { mayOrganise } from '../policy.ts'
import { withoutUndefined } from '../withoutUndefined.ts'
import { consentPurposes } from './consent.ts'
import { decideRegistrations, undoDecision } from './deciding.ts'
import { listRegistrations } from './reading.ts'
import { register } from './registering.ts'
import type { Registration } from './registration.ts'
import { setCategory } from './settingCategories.ts'

const tag = 'events'
const here = '/events/{slug}/registrations'

const registration = z.object({
  id: shapes.id,
  arrival: z.int().describe('Order in which registrations came'),
  kind: own.categoryKind,
  name: own.personName,
  address: z.string().meta({ examples: ['ada@example.org'] }),
  affiliation: z
    .string()
    .nullable()
    .meta({ examples: ['Example University'] }),
  locale: shapes.locale,
  timeZone: shapes.timeZone,
  answers: z.record(z.string(), z.string()).meta({ examples: [{ diet: 'none' }] }),
  registeredAt: shapes.instant,
  decision: own.decision,
  reason: z.string().nullable().describe('As the registrant was told it'),
  decidedAt: shapes.instant,
})

const present = (one: Registration): z.input<typeof registration> => ({
  id: one.id,
  arrival: one.arrival,
  kind: one.kind,
  name: one.name,
  address: one.address,
  affiliation: one.affiliation,
  locale: one.locale,
  timeZone: one.timeZone,
  answers: one.answers,
  registeredAt: one.registeredAt.toISOString(),
  decision: one.decision,
  reason: one.reason,
  decidedAt: one.decidedAt.toISOString(),
})

/** Who registers, by which rules, and what becomes of them. A registrant's own address is theirs alone and has no operation. */
export const registrationOperations: readonly Operation[] = [
  operation({
    id: 'setCategory',
    method: 'put',
    path: '/events/{slug}/categories/{category}',
    tag,
    needs: 'events:write',
    summary:
      'Set who may register of one kind, until when and how many. Whoever waits moves up at once if there is room.',
    body: own.categoryRules,
    answers: z.object({ categoryId: shapes.id, movedUp: z.int() }),
    refusals: refusalsOf<typeof setCategory>({
      'unknown-zone': true,
      'closes-before-it-opens': true,
      'bad-capacity': true,
      'same-field-twice': true,
      'same-kind-twice': true,
      'not-yours': true,
      'no-such-event': true,
      cancelled: true,
      'fewer-than-confirmed': true,
    }),
    run: (asked) =>
      withEvent(asked, ({ services, scope, event, eventId }) => {
        const kind = own.categoryKind.safeParse(asked.params['category'])
        if (!kind.success) return null
        const before = event.categories.find((category) => category.kind === kind.data)
        const { opensAt, closesAt, fields, ...rules } = asked.body
        return setCategory(services, scope, eventId, {
          ...rules,
          kind: kind.data,
          opensAt: opensAt ? new Date(opensAt) : null,
          closesAt: new Date(closesAt),
          fields: fields?.map((field) => withoutUndefined(field)) ?? before?.fields ?? [],
        })
      }),
  }),
  operation({
    id: 'register',
    method: 'post',
    path: here,
    tag,
    needs: 'events:write',
    summary:
      'Register somebody who agreed to it. An address that is registered already stays as it is, and is mailed again.',
    body: z.strictObject({
      kind: z.enum(['member', 'guest', 'speaker']).describe('Journalists apply for accreditation instead'),
      name: own.personName,
      address: z
        .email()
        .max(254)
        .meta({ examples: ['ada@example.org'] }),
      affiliation: z
        .string()
        .trim()
        .max(200)
        .nullable()
        .optional()
        .meta({ examples: ['Example University'] }),
      organisationId: shapes.id.nullable().optional().describe('For members: the organisation they act for'),
      locale: shapes.locale,
      timeZone: shapes.timeZone,
      answers: z
        .record(z.string(), z.string().max(3000))
        .optional()
        .meta({ examples: [{ diet: 'none' }] }),
      consents: z.array(z.enum(consentPurposes)).describe('What the registrant agreed to, in the words of the form'),
    }),
    answers: z.object({ registrationId: shapes.id, decision: own.decision, isNew: z.boolean() }),
    refusals: [
      ...refusalsOf<typeof register>({
        'no-such-category': true,
        'not-published': true,
        cancelled: true,
        over: true,
        'not-open-yet': true,
        closed: true,
        'members-only': true,
        'consent-needed': true,
        'answer-needed': true,
        full: true,
        'affiliation-full': true,
      }),
      'too-often',
    ],
    run: (asked) =>
      withEvent(asked, async ({ services, scope, eventId }) => {
        const minutes = await overLimit(services, 'registration-from-connection', connectionOf(asked.c))
        if (minutes) return { refused: 'too-often', minutes }
        const outcome = await register(services, scope, withoutUndefined({ ...asked.body, eventId }))
        if ('refused' in outcome) return outcome
        // Whoever asks by program need not be the registrant: the personal address goes to theirs by mail.
        const { registrationId, decision, isNew } = outcome
        return { registrationId, decision, isNew }
      }),
  }),
  operation({
    id: 'listRegistrations',
    method: 'get',
    path: here,
    tag,
    needs: 'events:read',
    summary: 'Who registered, in order of arrival, for those who organise the event.',
    query: z.object({ decision: own.decision.optional(), kind: own.categoryKind.optional() }),
    answers: z.object({ items: z.array(registration) }),
    refusals: ['not-yours'],
    run: (asked) =>
      withEvent(asked, async ({ services, scope, event }) => {
        if (!mayOrganise(scope, event)) return { refused: 'not-yours' }
        const found = await listRegistrations(services.database.db, scope, event, withoutUndefined(asked.query))
        return { items: found.map(present) }
      }),
  }),
  operation({
    id: 'decideRegistrations',
    method: 'post',
    path: `${here}/decisions`,
    tag,
    needs: 'events:write',
    summary: 'Say yes or no to one or many. Those it does not fit are named and left as they were.',
    body: z.strictObject({
      registrationIds: z.array(shapes.id).min(1).max(500),
      decision: z.enum(['confirmed', 'declined']),
      reason: shapes
        .text(2000, 'All seats are taken.')
        .nullable()
        .optional()
        .describe('Needed to decline; told to each'),
    }),
    answers: z.object({
      decided: z.array(z.object({ id: shapes.id, decision: own.decision })),
      refused: z.array(z.object({ id: shapes.id, refused: z.string().meta({ examples: ['full'] }) })),
    }),
    refusals: ['not-yours'],
    run: (asked) =>
      withEvent(asked, async ({ services, scope, event }) => {
        if (!mayOrganise(scope, event)) return { refused: 'not-yours' }
        const { registrationIds, decision, reason } = asked.body
        const own = new Set((await listRegistrations(services.database.db, scope, event)).map(({ id }) => id))
        const chosen = registrationIds.filter((id) => own.has(id))
        const { decided, refused } = await decideRegistrations(services, scope, chosen, {
          decision,
          reason: reason ?? null,
        })
        const unknown = registrationIds
          .filter((id) => !own.has(id))
          .map((id) => ({ id, refused: 'no-such-registration' }))
        return Response.json({ decided, refused: [...refused, ...unknown] })
      }),
  }),
  operation({
    id: 'undoDecision',
    method: 'post',
    path: `${here}/{registration}/undo`,
    tag,
    needs: 'events:write',
    summary: 'Take the last decision of the organisers back. A seat comes back only if there still is one.',
    answers: z.object({ decision: own.decision }),
    refusals: refusalsOf<typeof undoDecision>({
      'no-such-registration': true,
      'not-yours': true,
      'reason-needed': true,
      withdrawn: true,
      'nothing-changed': true,
      'nothing-to-undo': true,
      full: true,
      'affiliation-full': true,
    }),
    run: (asked) =>
      withEvent(asked, async ({ services, scope, event }) => {
        const id = asked.params['registration'] ?? ''
        const found = await listRegistrations(services.database.db, scope, event)
        return found.some((one) => one.id === id) ? undoDecision(services, scope, id) : null
      }),
  }),
]
