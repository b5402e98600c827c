import { signInFirst } from '../../../accounts/signInFirst.tsx'
import type { Locale } from '../../../language/locales.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { page } from '../../../web/page.tsx'
import { withEvent } from '../../routes/asking.tsx'
import { calendarAddressOf, endCalendarAddress, makeCalendarAddress, ownerOf } from '../calendarAddress.ts'
import { eventFile, eventsOfPerson, personFeed, publicFeed } from '../feeds.ts'
import { AddressMadePage, CalendarPage } from '../pages/calendar.tsx'

/** One's own calendar, and the files that calendar programs ask for. The edge gives every answer an ETag. */
export const calendarRoutes: Routes = (app) => {
  app.get('/:locale/events.ics', (c) => showPublicFeed(c, c.var.locale))

  app.get(
    '/:locale/events/:slug/calendar.ics',
    withEvent(async (c, event) => {
      const { services, locale } = c.var
      const text = await eventFile(services.database.db, event.id, services.config.origin, locale)
      return text ? calendarFile(text, `${event.slug}.ics`, 'no-cache') : errorPage(c, 'notFound')
    }),
  )

  app.get('/calendar/:file{[\\w-]+\\.ics}', async (c) => {
    const { services } = c.var
    const { db } = services.database
    const owner = await ownerOf(db, (c.req.param('file') ?? '').slice(0, -'.ics'.length))
    if (!owner) return errorPage(c, 'notFound')
    const text = await personFeed(db, services.clock.now(), services.config.origin, owner)
    // Whoever asks is known by the address alone: no cache in between may keep it.
    return calendarFile(text, 'musubi.ics', 'private, no-cache')
  })

  app.get('/:locale/calendar', showCalendar)

  app.post('/:locale/calendar/address', async (c) => {
    const { services, scope, t, locale } = c.var
    const made = await makeCalendarAddress(services, scope)
    if ('refused' in made) return signInFirst(c)
    // Shown in the answer itself: after a redirect it would have to be kept somewhere in between.
    const address = `${services.config.origin}/calendar/${made.token}.ics`
    const facts = { title: t.invitations.calendar.madeTitle, islands: ['copy-text'] }
    return page(c, facts, <AddressMadePage {...{ t, locale, address }} />)
  })

  app.post('/:locale/calendar/address/end', async (c) => {
    const outcome = await endCalendarAddress(c.var.services, c.var.scope)
    if ('refused' in outcome && outcome.refused === 'not-signed-in') return signInFirst(c)
    return c.redirect(`/${c.var.locale}/calendar?done=ended`, 303)
  })
}

async function showCalendar(c: Web): Promise<Response> {
  const { services, scope, t, locale } = c.var
  const { person } = scope
  if (!person) return signInFirst(c)
  const { db } = services.database
  const now = services.clock.now()
  const events = await eventsOfPerson(db, { id: person.personId, address: person.address }, now)
  const madeAt = await calendarAddressOf(db, scope)
  return page(
    c,
    {
      title: t.invitations.calendar.title,
      ...(c.req.query('done') === 'ended' ? { notice: t.invitations.calendar.ended } : {}),
    },
    <CalendarPage {...{ t, locale, zone: person.timeZone, events, madeAt }} />,
  )
}

async function showPublicFeed(c: Web, locale: Locale): Promise<Response> {
  const { services } = c.var
  const text = await publicFeed(services.database.db, services.clock.now(), services.config.origin, locale)
  return calendarFile(text, 'events.ics', 'public, max-age=300')
}

const calendarFile = (text: string, name: string, cache: string): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': cache,
    },
  })
