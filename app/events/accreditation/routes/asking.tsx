import type { Child } from 'hono/jsx'
import { signInFirst } from '../../../accounts/signInFirst.tsx'
import type { Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { page, type PageFacts } from '../../../web/page.tsx'
import { mayOrganise } from '../../policy.ts'
import { type Application, applicationsTo } from '../applications.ts'
import type { Reader } from '../pages/words.ts'
import { type PressEvent, pressEventBySlug } from '../pressEvent.ts'
import { refusalSentence, refusalStatus } from '../refusals.ts'

export type Answer = Response | Promise<Response>

export const readerOf = (c: Web): Reader => ({
  t: c.var.t,
  locale: c.var.locale,
  zone: c.var.scope.person?.timeZone ?? null,
})

export const eventOf = (c: Web): Promise<PressEvent | null> =>
  pressEventBySlug(c.var.services.database.db, c.var.scope, c.req.param('slug') ?? '')

/** The event of the address as the asker's own, or the page that gives nothing away. */
export const withEvent = (handle: (c: Web, event: PressEvent) => Answer) => async (c: Web) => {
  const event = await eventOf(c)
  return event ? handle(c, event) : errorPage(c, 'notFound')
}

/** The press office's rooms: for those who run the event. */
export const withDesk = (handle: (c: Web, event: PressEvent) => Answer) =>
  withEvent((c, event) => {
    if (mayOrganise(c.var.scope, event)) return handle(c, event)
    return c.var.scope.person ? errorPage(c, 'forbidden') : signInFirst(c)
  })

type Desk = { event: PressEvent; application: Application; applications: Application[] }

/** One application at this event; those of other events are not there. */
export const withApplication = (handle: (c: Web, desk: Desk) => Answer) =>
  withDesk(async (c, event) => {
    const applications = await applicationsTo(c.var.services.database.db, c.var.scope, event)
    const application = applications.find(({ registrationId }) => registrationId === c.req.param('registration'))
    return application ? handle(c, { event, application, applications }) : errorPage(c, 'notFound')
  })

export const show = (c: Web, facts: PageFacts, view: Child): Answer => page(c, facts, view)

export const deskAddress = (c: Web, event: PressEvent, below = ''): string =>
  `/${c.var.locale}/events/${event.slug}/accreditations${below}`

type Refused = { refused: string }

/** A refusal's sentence for the page. */
export const sentenceOf = (c: Web, { refused }: Refused): string =>
  refusalSentence(c.var.t, refused) ?? c.var.t.errors.fields.invalid

export const statusOf = ({ refused }: Refused): 403 | 404 | 409 | 422 => refusalStatus(refused)
