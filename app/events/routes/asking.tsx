import type { Child } from 'hono/jsx'
import { isZone } from '../../language/times.ts'
import { errorPage } from '../../web/errors.tsx'
import type { Web } from '../../web/env.ts'
import { page, type PageFacts } from '../../web/page.tsx'
import type { EventView } from '../event.ts'
import { addressOf as below, type Reader } from '../pages/words.ts'
import { mayChangeEvent, mayOrganise } from '../policy.ts'
import { eventBySlug } from '../queries.ts'

export type Answer = Response | Promise<Response>

/** Language and clock of whoever asks: the one they chose in the address, else their own. */
export function readerOf(c: Web): Reader {
  const chosen = c.req.query('zone')
  const zone = chosen && isZone(chosen) ? chosen : (c.var.scope.person?.timeZone ?? null)
  return { t: c.var.t, locale: c.var.locale, zone }
}

const eventOf = (c: Web): Promise<EventView | null> =>
  eventBySlug(c.var.services.database.db, c.var.scope, c.req.param('slug') ?? '')

/** The event of the address as far as the asker may know of it, or the page that gives nothing away. */
export const withEvent = (handle: (c: Web, event: EventView) => Answer) => async (c: Web) => {
  const event = await eventOf(c)
  return event ? handle(c, event) : errorPage(c, 'notFound')
}

/** For those who help to run it: they read registrations and decide on them. */
export const withOrganised = (handle: (c: Web, event: EventView) => Answer) =>
  withEvent((c, event) => (mayOrganise(c.var.scope, event) ? handle(c, event) : refused(c)))

/** For the lead: what, when and where it is. */
export const withOwn = (handle: (c: Web, event: EventView) => Answer) =>
  withEvent((c, event) => (mayChangeEvent(c.var.scope, event) ? handle(c, event) : refused(c)))

const refused = (c: Web) => errorPage(c, c.var.scope.person ? 'forbidden' : 'signInNeeded')

export const addressOf = (c: Web, event: { slug: string }, rest = ''): string => below(c.var.locale, event, rest)

export const show = (c: Web, facts: PageFacts, view: Child): Answer => page(c, facts, view)
