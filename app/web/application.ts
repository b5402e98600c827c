import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { matchedRoutes } from 'hono/route'
import { anonymous } from '../accounts/scope.ts'
import { openSession } from '../accounts/session.ts'
import { isLocale } from '../language/locales.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { isConnectionFailure } from '../platform/db/failures.ts'
import { newId } from '../platform/ids.ts'
import { assetRoutes } from './assetRoutes.ts'
import type { Env, Routes, Services, Web } from './env.ts'
import { errorPage } from './errors.tsx'
import { healthRoutes } from './health.ts'
import { preferredLocale } from './language.ts'
import { limitBody, refuseCrossSite, refuseNul, securityHeaders } from './security.ts'

/** Puts the edge together: what every request passes through, then the features' routes in the order given. */
export function createApplication(services: Services, features: readonly Routes[]): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('requestId', newId())
    c.set('scope', anonymous)
    const [, first = ''] = c.req.path.split('/')
    const locale = isLocale(first) ? first : preferredLocale(c)
    c.set('locale', locale)
    c.set('t', catalogues[locale])
    c.header('X-Request-Id', c.var.requestId)
    await next()
  })
  app.use(logRequest, securityHeaders)
  healthRoutes(app)
  assetRoutes(app)
  app.use(toTheRightHost, refuseNul, refuseCrossSite, limitBody, openSession, knownLanguage, etag())
  for (const feature of features) feature(app)
  app.notFound((c) => errorPage(c, 'notFound'))
  app.onError((error, c) => {
    const lost = isConnectionFailure(error)
    services.log(lost ? 'database-lost' : 'request-failed', {
      id: c.var.requestId,
      error: String(error),
      stack: error.stack,
    })
    return errorPage(c, lost ? 'unavailable' : 'broken', { id: c.var.requestId })
  })
  return app
}

async function logRequest(c: Web, next: () => Promise<void>): Promise<void> {
  const started = performance.now()
  await next()
  // The route's pattern, not the address: addresses hold tokens and references.
  const { routePath } = c.req
  c.var.services.log('request', {
    id: c.var.requestId,
    method: c.req.method,
    route: routePath,
    status: c.res.status,
    ms: Math.round(performance.now() - started),
  })
}

/** `/:locale/…` would match any first segment; only our languages are languages. */
async function knownLanguage(c: Web, next: () => Promise<void>): Promise<Response | void> {
  const [, first = ''] = c.req.path.split('/')
  const meansLanguage = matchedRoutes(c).some(({ path }) => path.startsWith('/:locale'))
  return meansLanguage && !isLocale(first) ? errorPage(c, 'notFound') : next()
}

/** One origin: cookies and passkeys belong to it, and a foreign name that resolves here (DNS rebinding) gets nothing. */
async function toTheRightHost(c: Web, next: () => Promise<void>): Promise<Response | void> {
  const { origin } = c.var.services.config
  const host = c.req.header('host')
  if (!host || host === new URL(origin).host) return next()
  if (c.req.method !== 'GET') return errorPage(c, 'crossSite')
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`${origin}${pathname}${search}`, 302)
}
