import { z } from 'zod'
import { organisationsOf } from '../accounts/scope.ts'
import { signInFirst } from '../accounts/signInFirst.tsx'
import { textFor } from '../organisations/profileText.ts'
import type { Routes, Web } from '../web/env.ts'
import { errorPage } from '../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../web/forms.ts'
import { page } from '../web/page.tsx'
import { handOver } from './handingOver.ts'
import { HandoverView, PlacesView } from './pages.tsx'
import { mayHandOver } from './policy.ts'
import { type Place, placeBySlug } from './queries.ts'
import { responsibilityOf } from './reading.ts'
import { refusalSentence, refusalStatus } from './refusals.ts'

const handoverForm = z.object({
  from: z.uuid('choose'),
  to: z.uuid('choose'),
  note: z.string().trim().max(4000, 'tooLong').optional(),
  endsRoles: z.literal('on').optional(),
})

/** Handover (引継ぎ): what somebody answers for, on one page, and passing it on in one act. */
export const handoverRoutes: Routes = (app) => {
  app.get('/:locale/handover', async (c) => {
    const { t, locale, scope, services } = c.var
    if (!scope.person) return signInFirst(c)
    const ids = organisationsOf(scope, 'manager', 'coordinator')
    const rows = ids.length
      ? await services.database.db.selectFrom('organisation').select(['slug', 'name']).where('id', 'in', ids).execute()
      : []
    const places = rows.map(({ slug, name }) => ({ slug, name: textFor(name, locale)?.text ?? slug }))
    const [only] = places
    if (only && places.length === 1) return c.redirect(`/${locale}/handover/${only.slug}`, 303)
    return page(c, { title: t.handover.title }, <PlacesView t={t} locale={locale} places={places} />)
  })

  app.get('/:locale/handover/:organisation', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const place = await load(c)
    return place ? show(c, place, c.req.query('person')) : errorPage(c, 'notFound')
  })

  app.post('/:locale/handover/:organisation', async (c) => {
    const place = await load(c)
    if (!place) return errorPage(c, 'notFound')
    const form = await readForm(c, handoverForm)
    if (!form.ok) return show(c, place, form.entries['from'], { ...form, status: 422 })
    const { from, to, note, endsRoles } = form.data
    const outcome = await handOver(c.var.services, c.var.scope, {
      organisationId: place.id,
      fromPersonId: from,
      toPersonId: to,
      note: note || null,
      endsRoles: endsRoles === 'on',
    })
    if ('id' in outcome) return c.redirect(`/${c.var.locale}/handover/${place.slug}?person=${to}&done=1#before`, 303)
    const errors = { to: refusalSentence(c.var.t, outcome) }
    return show(c, place, from, { entries: form.entries, errors, status: refusalStatus(outcome) })
  })
}

const load = (c: Web): Promise<Place | null> =>
  placeBySlug(c.var.services.database.db, c.var.scope, c.req.param('organisation') ?? '', c.var.locale)

type Told = { entries: Entries; errors: FieldErrors; status: 403 | 409 | 422 }

async function show(c: Web, place: Place, personId: string | undefined, told?: Told): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const own = place.colleagues.find((one) => one.personId === scope.person?.personId)
  const person = place.colleagues.find((one) => one.personId === personId) ?? own ?? place.colleagues[0]
  if (!person) return errorPage(c, 'notFound')
  const now = services.clock.now()
  const responsibility = await responsibilityOf(services.database.db, scope, now, { place, person, reader: locale })
  const successors = mayHandOver(scope, place.id, person.personId)
    ? place.colleagues.filter((one) => one.personId !== person.personId)
    : []
  const title = t.handover.of({ name: person.name, organisation: place.name })
  const notice = c.req.query('done') && !told ? { notice: t.handover.done } : {}
  const view = { t, locale, zone: scope.person?.timeZone ?? place.timeZone, now, place, responsibility, successors }
  return page(c, { title, ...notice, ...(told ? { status: told.status } : {}) }, <HandoverView {...view} {...told} />)
}
