import type { Child } from 'hono/jsx'
import type { Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { page, type PageFacts } from '../../web/page.tsx'
import type { Release } from '../assembling.ts'
import type { Reader } from '../pages/words.ts'
import { ownRelease } from '../queries.ts'

export type Answer = Response | Promise<Response>

export const readerOf = (c: Web): Reader => ({
  t: c.var.t,
  locale: c.var.locale,
  zone: c.var.scope.person?.timeZone ?? null,
})

/** The release of the address for whoever makes it, or the page that gives nothing away. */
export const withRelease = (handle: (c: Web, release: Release) => Answer) => async (c: Web) => {
  const release = await ownReleaseOf(c)
  return release ? handle(c, release) : errorPage(c, 'notFound')
}

export function ownReleaseOf(c: Web): Promise<Release | null> {
  const { database, clock } = c.var.services
  return ownRelease(database.db, c.var.scope, c.req.param('slug') ?? '', clock.now())
}

export const addressOf = (c: Web, release: { slug: string }, below = ''): string =>
  `/${c.var.locale}/releases/${release.slug}${below}`

/**
 * For whatever hangs on an embargo or may be withdrawn: caches may keep it, and must ask before each use. What is only for some is
 * never kept (`page` sees to that).
 */
export async function alwaysAsked(c: Web, answer: Answer): Promise<Response> {
  const response = await answer
  if (!response.headers.get('Cache-Control')) response.headers.set('Cache-Control', 'no-cache')
  return response
}

export const show = (c: Web, facts: PageFacts, view: Child): Answer => alwaysAsked(c, page(c, facts, view))
