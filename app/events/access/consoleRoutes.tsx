import { z } from 'zod'
import { declareTime } from '../../language/times.ts'
import { isCalendarDate } from '../../language/dates.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import type { EventView } from '../event.ts'
import { eventBySlug } from '../queries.ts'
import { ConsolePage, type ConsoleProps } from './consolePage.tsx'
import {
  closeFallback,
  type ManagingRefusal,
  openFallback,
  releaseNow,
  resendAddress,
  revokeAccess,
} from './managing.ts'
import { planAccess } from './planning.ts'
import { accessConsole } from './queries.ts'

const here = '/:locale/events/:slug/access'

const planForm = z.object({
  provider: z.enum(['zoom-webinar', 'link'], 'required'),
  link: z.string().trim().max(2000).default(''),
  fallback: z.string().trim().max(2000).default(''),
  date: z.string().refine(isCalendarDate, 'required'),
  time: z.string().min(1, 'required'),
})

type Done = NonNullable<ConsoleProps['done']>

export const consoleRoutes: Routes = (app) => {
  app.get(
    here,
    organised((c, event) => show(c, event)),
  )

  app.post(
    here,
    organised(async (c, event) => {
      const { services, scope, t } = c.var
      const form = await readForm(c, planForm)
      if (!form.ok) return show(c, event, { errors: form.errors, entries: form.entries, status: 422 })
      const { provider, link, fallback, date, time } = form.data
      const declared = declareTime(date, time.slice(0, 5), event.zone, { which: 'later' })
      if ('refused' in declared) {
        return show(c, event, { errors: { time: t.errors.fields.invalid }, entries: form.entries, status: 422 })
      }
      const outcome = await planAccess(services, scope, event.id, {
        provider,
        link: link || null,
        fallback: fallback || null,
        releasesAt: new Date(declared.instant),
        zone: event.zone,
      })
      if (!('refused' in outcome)) return back(c, event, 'saved')
      const field = fieldOf[outcome.refused] ?? 'form'
      const errors = { [field]: t.access.console.refusals[outcome.refused] }
      return show(c, event, { errors, entries: form.entries, status: 422 })
    }),
  )

  app.post(
    `${here}/release`,
    organised(async (c, event) => told(c, event, 'releasing', await releaseNow(c.var.services, c.var.scope, event.id))),
  )
  app.post(
    `${here}/fallback`,
    organised(async (c, event) => told(c, event, 'opened', await openFallback(c.var.services, c.var.scope, event.id))),
  )
  app.post(
    `${here}/fallback/closure`,
    organised(async (c, event) => told(c, event, 'closed', await closeFallback(c.var.services, c.var.scope, event.id))),
  )
  app.post(
    `${here}/grants/:grant{[0-9a-f-]{36}}/addresses`,
    organised(async (c, event) =>
      told(c, event, 'sent', await resendAddress(c.var.services, c.var.scope, event.id, c.req.param('grant') ?? '')),
    ),
  )
  app.post(
    `${here}/grants/:grant{[0-9a-f-]{36}}/revocation`,
    organised(async (c, event) =>
      told(c, event, 'revoked', await revokeAccess(c.var.services, c.var.scope, event.id, c.req.param('grant') ?? '')),
    ),
  )
}

const fieldOf: Record<string, string> = {
  'link-needed': 'link',
  'bad-link': 'link',
  'after-the-end': 'date',
  released: 'date',
}

type Answer = Response | Promise<Response>

/** For those who organise the event; it exists for others as far as the event does. */
function organised(handle: (c: Web, event: EventView) => Answer) {
  return async (c: Web) => {
    const { services, scope } = c.var
    const event = await eventBySlug(services.database.db, scope, c.req.param('slug') ?? '')
    if (!event) return errorPage(c, 'notFound')
    if (await accessConsole(services.database.db, scope, event)) return handle(c, event)
    return errorPage(c, scope.person ? 'forbidden' : 'signInNeeded')
  }
}

const back = (c: Web, { slug }: EventView, done: Done) =>
  c.redirect(`/${c.var.locale}/events/${slug}/access?done=${done}`, 303)

function told(c: Web, event: EventView, done: Done, outcome: object | ManagingRefusal): Answer {
  if (!('refused' in outcome)) return back(c, event, done)
  const { refused } = outcome
  return show(c, event, { errors: { form: c.var.t.access.console.refusals[refused] }, status: 409 })
}

async function show(
  c: Web,
  event: EventView,
  more: Pick<ConsoleProps, 'errors' | 'entries'> & { status?: 409 | 422 } = {},
): Promise<Response> {
  const { services, scope, t, locale } = c.var
  const { status, ...kept } = more
  const console = await accessConsole(services.database.db, scope, event)
  if (!console) return errorPage(c, 'forbidden')
  const asked = c.req.query('done')
  const done = asked && asked in t.access.console.done ? (asked as Done) : undefined
  const base = `/${locale}/events/${event.slug}/access`
  const zone = scope.person?.timeZone ?? null
  return page(
    c,
    { title: t.access.console.title, ...(status ? { status } : {}) },
    <ConsolePage {...{ t, locale, zone, event, console, base, done }} {...kept} />,
  )
}
