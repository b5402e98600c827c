import { organisationsOf } from '../../accounts/scope.ts'
import type { Routes } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { EventList } from '../pages/list.tsx'
import { listEvents } from '../queries.ts'
import { readerOf } from './asking.tsx'

const PAGE = 30

export const listingRoutes: Routes = (app) => {
  app.get('/:locale/events', async (c) => {
    const { services, scope, t } = c.var
    const when = c.req.query('when') === 'past' ? ('past' as const) : ('ahead' as const)
    const asked = Number(c.req.query('page') ?? 1)
    const number = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
    const range = { now: services.clock.now(), when, limit: PAGE + 1, offset: (number - 1) * PAGE }
    const found = await listEvents(services.database.db, scope, range)
    const data = {
      events: found.slice(0, PAGE),
      when,
      page: number,
      hasMore: found.length > PAGE,
      mayPlan: organisationsOf(scope, 'coordinator', 'manager').length > 0,
    }
    const facts = { title: t.events.title, description: t.events.list.intro, isPublic: true }
    return page(c, facts, <EventList {...readerOf(c)} {...data} />)
  })
}
