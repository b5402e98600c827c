import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../api/operation.ts'
import * as shapes from '../api/shapes.ts'
import * as own from './apiShapes.ts'
import { withEvent } from './asked.ts'
import { cancelEvent } from './cancelling.ts'
import { findEvent } from './finding.ts'
import { planEvent } from './planning.ts'
import { publishEvent } from './publishing.ts'
import { listEvents } from './queries.ts'
import { registrationOperations } from './registration/api.ts'
import { reviseEvent, reviseProgramme } from './revising.ts'
import { withoutUndefined } from './withoutUndefined.ts'

const tag = 'events'
const here = '/events/{slug}'

const ofFacts = {
  'not-yours': true,
  'slug-taken': true,
  'bad-slug': true,
  'unknown-zone': true,
  'ends-before-it-begins': true,
  'no-title': true,
  'no-languages': true,
  'same-host-twice': true,
  'no-such-organisation': true,
  'no-such-agreement': true,
  'agreement-not-yours': true,
} as const

const ofRevising = {
  ...ofFacts,
  'no-such-event': true,
  cancelled: true,
  'nothing-changed': true,
  'changed-meanwhile': true,
} as const

/** What programs do with events: read and plan them, say who may register, and decide on who did. */
export const eventPageOperations: readonly Operation[] = [
  operation({
    id: 'listEvents',
    method: 'get',
    path: '/events',
    tag,
    needs: 'public',
    summary: 'Events that are published, and those your organisations prepare.',
    query: z.object({
      when: z.enum(['ahead', 'past']).default('ahead'),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    answers: z.object({ items: z.array(own.eventSummary) }),
    async run({ c, query }) {
      const { services, scope } = c.var
      const range = { now: services.clock.now(), when: query.when, limit: 50, offset: (query.page - 1) * 50 }
      const found = await listEvents(services.database.db, scope, range)
      return {
        items: found.map((event) => ({
          slug: event.slug,
          kind: event.kind,
          title: event.title,
          zone: event.zone,
          begins: event.begins.toISOString(),
          ends: event.ends.toISOString(),
          published: event.isPublished,
          cancelled: event.isCancelled,
          demonstration: event.demonstration,
        })),
      }
    },
  }),
  operation({
    id: 'readEvent',
    method: 'get',
    path: here,
    tag,
    needs: 'public',
    summary: 'One event with its programme and the rules of registration. How to get in is never part of it.',
    answers: own.event,
    async run({ c, params }) {
      const event = await findEvent(c.var.services.database.db, c.var.scope, params['slug'] ?? '')
      return event && own.presentEvent(event)
    },
  }),
  operation({
    id: 'planEvent',
    method: 'post',
    path: '/events',
    tag,
    needs: 'events:write',
    summary: 'Plan an event. Nobody else knows of it until it is published.',
    body: own.planned,
    answers: z.object({ id: shapes.id, slug: shapes.slug }),
    status: 201,
    refusals: refusalsOf<typeof planEvent>({
      ...ofFacts,
      'closes-before-it-opens': true,
      'bad-capacity': true,
      'same-field-twice': true,
      'same-kind-twice': true,
    }),
    run: ({ c, body }) =>
      planEvent(
        c.var.services,
        c.var.scope,
        withoutUndefined({ ...body, begins: new Date(body.begins), ends: new Date(body.ends) }),
      ),
  }),
  operation({
    id: 'reviseEvent',
    method: 'put',
    path: here,
    tag,
    needs: 'events:write',
    summary: 'Change what is said about an event; what is left out stays. Everybody invited is told.',
    body: own.revised,
    answers: z.object({ sequence: z.int() }),
    refusals: refusalsOf<typeof reviseEvent>(ofRevising),
    run: (asked) =>
      withEvent(asked, ({ services, scope, eventId }) => {
        const { begins, ends, ...rest } = asked.body
        return reviseEvent(
          services,
          scope,
          eventId,
          withoutUndefined({
            ...rest,
            begins: begins === undefined ? undefined : new Date(begins),
            ends: ends === undefined ? undefined : new Date(ends),
          }),
        )
      }),
  }),
  operation({
    id: 'reviseProgramme',
    method: 'put',
    path: `${here}/programme`,
    tag,
    needs: 'events:write',
    summary: 'Write the whole programme anew.',
    body: z.strictObject({ items: z.array(own.programmeItem).max(200) }),
    answers: z.object({ items: z.int() }),
    refusals: refusalsOf<typeof reviseProgramme>(ofRevising),
    run: (asked) =>
      withEvent(asked, ({ services, scope, eventId }) =>
        reviseProgramme(
          services,
          scope,
          eventId,
          asked.body.items.map((item) => withoutUndefined({ ...item, begins: new Date(item.begins) })),
        ),
      ),
  }),
  operation({
    id: 'publishEvent',
    method: 'post',
    path: `${here}/publication`,
    tag,
    needs: 'events:write',
    summary: 'Let everybody know of the event. It cannot be taken back, only cancelled.',
    answers: z.object({ published: z.literal(true) }),
    refusals: refusalsOf<typeof publishEvent>({
      'not-yours': true,
      'no-such-event': true,
      'already-published': true,
      cancelled: true,
    }),
    run: (asked) => withEvent(asked, ({ services, scope, eventId }) => publishEvent(services, scope, eventId)),
  }),
  operation({
    id: 'cancelEvent',
    method: 'post',
    path: `${here}/cancellation`,
    tag,
    needs: 'events:write',
    summary: 'Call the event off. Everybody invited is told at once; it cannot be undone.',
    body: z.strictObject({ reason: shapes.content.nullable().optional() }),
    answers: z.object({ cancelled: z.literal(true) }),
    refusals: refusalsOf<typeof cancelEvent>({
      'not-yours': true,
      'no-such-event': true,
      'already-cancelled': true,
      over: true,
    }),
    run: (asked) =>
      withEvent(asked, ({ services, scope, eventId }) =>
        cancelEvent(services, scope, eventId, { reason: asked.body.reason ?? null }),
      ),
  }),
  ...registrationOperations,
]
