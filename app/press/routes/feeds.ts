import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { feedOf } from '../feeds/feed.ts'
import { type PressOrganisation, pressOrganisation } from '../organisation.ts'
import { publicReleases } from '../queries.ts'

const types = { atom: 'application/atom+xml; charset=utf-8', rss: 'application/rss+xml; charset=utf-8' } as const
type Kind = keyof typeof types

/** Feeds say the same to everybody, makers included: a feed reader keeps what it gets. */
export const feedRoutes: Routes = (app) => {
  for (const kind of ['atom', 'rss'] as const) {
    app.get(`/:locale/releases.${kind}`, (c) => sendFeed(c, kind, null))
    app.get(`/:locale/press/:organisation/releases.${kind}`, async (c) => {
      const { services, scope } = c.var
      const organisation = await pressOrganisation(services.database.db, scope, c.req.param('organisation'))
      return organisation ? sendFeed(c, kind, organisation) : errorPage(c, 'notFound')
    })
  }
}

async function sendFeed(c: Web, kind: Kind, organisation: PressOrganisation | null): Promise<Response> {
  const { services, scope, t, locale } = c.var
  const of = organisation ? { organisationId: organisation.id } : {}
  const releases = await publicReleases(services.database.db, scope, services.clock.now(), of)
  const feed = feedOf({ t, locale, origin: services.config.origin, organisation, releases, kind })
  const body = kind === 'atom' ? feed.atom1() : feed.rss2()
  return c.body(body, 200, { 'content-type': types[kind], 'cache-control': 'no-cache' })
}
