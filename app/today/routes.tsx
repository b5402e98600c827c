import { signInFirst } from '../accounts/signInFirst.tsx'
import { localTime } from '../language/times.ts'
import type { Routes } from '../web/env.ts'
import { page } from '../web/page.tsx'
import { collectDue } from './collecting.ts'
import { TodayView } from './pages.tsx'
import { happenings, ownAgreements, workplaces } from './queries.ts'
import { endingsOf, tasksOf, waitsOf } from './waiting.ts'

/** So much of each room, as many as somebody works through in a day; the rest is counted, and stands in its room. */
const MOST_DUE = 15

/** The page on which work begins. */
export const todayRoutes: Routes = (app) => {
  app.get('/:locale/today', async (c) => {
    const { t, locale, scope, services } = c.var
    const { person } = scope
    if (!person) return signInFirst(c)
    const now = services.clock.now()
    const { date } = localTime(now.toISOString(), person.timeZone)
    const own = await ownAgreements(services.database.db, scope, now)
    const byId = new Map(own.map(({ agreement }) => [agreement.id, agreement]))
    const entries = await happenings(services.database.db, scope, [...byId.keys()])
    const happened = entries.flatMap((happening) => {
      const agreement = byId.get(happening.agreementId)
      return agreement && happening.verb in t.today.verbs ? [{ agreement, happening }] : []
    })
    const due = await collectDue(services.database.db, scope, now, MOST_DUE)
    const places = await workplaces(services.database.db, scope)
    const view = { t, locale, now, due, places, zone: person.timeZone, name: person.name, date, happened }
    const work = { tasks: tasksOf(scope, own), waits: waitsOf(scope, own), endings: endingsOf(own, date) }
    return page(c, { title: t.today.title }, <TodayView {...view} {...work} />)
  })
}
