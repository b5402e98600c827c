import { z } from 'zod'
import { type Answer, operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import type { Scope } from '../../accounts/scope.ts'
import { nameText } from '../../language/names.ts'
import { isId } from '../../platform/ids.ts'
import type { Services, Web } from '../../web/env.ts'
import type { EventView } from '../event.ts'
import { mayOrganise } from '../policy.ts'
import { eventBySlug } from '../queries.ts'
import { closeFallback, openFallback, releaseNow, resendAddress, revokeAccess } from './managing.ts'
import { planAccess } from './planning.ts'
import { accessConsole, type Console } from './queries.ts'

const tag = 'events'
const needs = 'events:write'
const here = '/events/{slug}/access'
const one = `${here}/grants/{grant}`

type Desk = { services: Services; scope: Scope; event: EventView; grant: string }

/** An organiser's act; to whoever does not run the event there is no console. */
async function atConsole(
  asked: { c: Web; params: Record<string, string> },
  act: (desk: Desk) => Promise<Answer>,
): Promise<Answer> {
  const { services, scope } = asked.c.var
  const event = await eventBySlug(services.database.db, scope, asked.params['slug'] ?? '')
  const grant = asked.params['grant'] ?? ''
  if (!event || !mayOrganise(scope, event) || (grant && !isId(grant))) return null
  return act({ services, scope, event, grant })
}

const instant = z.iso.datetime().meta({ examples: ['2022-03-22T03:15:00Z'] })
const entry = z.object({
  id: shapes.id,
  name: z.string().meta({ examples: ['Demonstration journalist'] }),
  affiliation: z.string().nullable(),
  role: z.enum(['press', 'member', 'guest', 'speaker']),
  state: z.enum(['wanted', 'failed', 'ready', 'sent', 'revealed', 'revoked']),
  at: instant,
  failure: z.object({ code: z.string(), retryAt: instant, times: z.int() }).nullable(),
})

const planBody = z.strictObject({
  provider: z.enum(['zoom-webinar', 'link']),
  link: z.string().max(2000).optional().describe('Of the room, for `link`; it is never given back.'),
  fallback: z.string().max(2000).optional(),
  releasesAt: instant,
  zone: z.string().meta({ examples: ['Asia/Tokyo'] }),
})

/** All acts on the console share one list of refusals. */
const managingRefusals = refusalsOf<typeof resendAddress>({
  'no-such-event': true,
  'no-such-grant': true,
  'not-yours': true,
  'no-place-yet': true,
  'not-planned': true,
  'no-fallback': true,
  'not-released': true,
})

/** What programs of organisers do about who gets in. */
export const accessOperations: readonly Operation[] = [
  operation({
    id: 'readAccess',
    method: 'get',
    path: here,
    tag,
    needs: 'events:read',
    summary: 'Who gets in and how far they have got; `alarm` lists those approved without a way in. Never a link.',
    answers: z.object({
      releasesAt: instant.nullable(),
      releasedAt: instant.nullable(),
      people: z.array(entry),
      alarm: z.array(shapes.id),
    }),
    run: (asked) =>
      atConsole(asked, async ({ services, scope, event }) => {
        const found = await accessConsole(services.database.db, scope, event)
        return found && presented(found)
      }),
  }),
  operation({
    id: 'planAccess',
    method: 'put',
    path: here,
    tag,
    needs,
    summary: 'Say where the event takes place and from when personal addresses are sent.',
    body: planBody,
    answers: z.object({ planned: z.literal(true) }),
    refusals: refusalsOf<typeof planAccess>({
      'no-such-event': true,
      'not-yours': true,
      'unknown-zone': true,
      'link-needed': true,
      'bad-link': true,
      'after-the-end': true,
      released: true,
    }),
    run: (asked) =>
      atConsole(asked, ({ services, scope, event }) => {
        const plan: z.output<typeof planBody> = asked.body
        const { provider, link, fallback, zone } = plan
        const rest = { provider, link: link ?? null, fallback: fallback ?? null, zone }
        return planAccess(services, scope, event.id, { ...rest, releasesAt: new Date(plan.releasesAt) })
      }),
  }),
  operation({
    id: 'releaseAccess',
    method: 'post',
    path: `${here}/release`,
    tag,
    needs,
    summary: 'Send the personal addresses now instead of at the declared instant.',
    answers: z.object({ releasing: z.literal(true) }),
    refusals: managingRefusals,
    run: (asked) => atConsole(asked, ({ services, scope, event }) => releaseNow(services, scope, event.id)),
  }),
  operation({
    id: 'resendAccess',
    method: 'post',
    path: `${one}/addresses`,
    tag,
    needs,
    summary: 'Send somebody a new personal address; the one before leads nowhere from then on.',
    answers: z.object({ sent: z.literal(true) }),
    refusals: managingRefusals,
    run: (asked) =>
      atConsole(asked, ({ services, scope, event, grant }) => resendAddress(services, scope, event.id, grant)),
  }),
  operation({
    id: 'revokeAccess',
    method: 'delete',
    path: one,
    tag,
    needs,
    summary: 'Take somebody’s access away; their registration stays as it is.',
    answers: z.object({ revoked: z.literal(true) }),
    refusals: managingRefusals,
    run: (asked) =>
      atConsole(asked, ({ services, scope, event, grant }) => revokeAccess(services, scope, event.id, grant)),
  }),
  operation({
    id: 'openFallback',
    method: 'put',
    path: `${here}/fallback`,
    tag,
    needs,
    summary: 'Lead everybody who holds a personal address to the fallback, because the provider is down.',
    answers: z.object({ opened: z.literal(true) }),
    refusals: managingRefusals,
    run: (asked) => atConsole(asked, ({ services, scope, event }) => openFallback(services, scope, event.id)),
  }),
  operation({
    id: 'closeFallback',
    method: 'delete',
    path: `${here}/fallback`,
    tag,
    needs,
    summary: 'Lead everybody to the usual room again.',
    answers: z.object({ closed: z.literal(true) }),
    refusals: managingRefusals,
    run: (asked) => atConsole(asked, ({ services, scope, event }) => closeFallback(services, scope, event.id)),
  }),
]

const presented = ({ plan, releasedAt, entries, alarm }: Console) => ({
  releasesAt: plan?.releasesAt.toISOString() ?? null,
  releasedAt: releasedAt?.toISOString() ?? null,
  people: entries.map(({ name, at, failure, devices: _devices, ...rest }) => ({
    ...rest,
    name: nameText(name, 'en'),
    at: at.toISOString(),
    failure: failure && { code: failure.code, retryAt: failure.retryAt.toISOString(), times: failure.times },
  })),
  alarm: alarm.map(({ id }) => id),
})
