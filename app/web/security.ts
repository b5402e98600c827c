import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Env, Web } from './env.ts'
import { errorPage } from './errors.tsx'

/** Nothing inline, nothing from elsewhere, no framing: an injected tag has nothing it could run. */
export const securityHeaders: MiddlewareHandler<Env> = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'", (c: Web) => c.var.services.config.liveOrigin ?? "'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  crossOriginOpenerPolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  // A page of its own kind (a mail, a file) may bring a stricter policy of its own.
  overwrite: false,
  // Only an https origin may promise https for the future.
  strictTransportSecurity: false,
})

/** The one character that no text in the database can hold: what it names is nowhere, and asking would only fail. */
export const refuseNul: MiddlewareHandler<Env> = async (c, next) =>
  c.req.url.includes('%00') ? errorPage(c, 'notFound') : next()

const MEBIBYTE = 1024 * 1024

/** Forms are texts. Only addresses that take a file accept more. */
export const limitBody: MiddlewareHandler<Env> = (c, next) => {
  const [limit, shown] = sizeFor(c.req.path)
  return bodyLimit({ maxSize: limit, onError: (context) => errorPage(context, 'tooLarge', { limit: shown }) })(c, next)
}

function sizeFor(path: string): [number, string] {
  if (/\/(verify|verifications|assets)$/.test(path)) return [30 * MEBIBYTE, '30 MB']
  // A member list of up to 20 MB; in base64 where a program sends it.
  if (/\/imports\/[^/]+$/.test(path)) return [29 * MEBIBYTE, '20 MB']
  // A recording's slides or a press kit of up to 20 MB, and the form around it.
  if (/\/events\/[^/]+\/material$/.test(path)) return [21 * MEBIBYTE, '20 MB']
  // A scan or a paper of up to 10 MB laid down as evidence; in base64 where a program sends it.
  if (/\/(register\/[^/]+|registration)$/.test(path)) return [15 * MEBIBYTE, '10 MB']
  if (/\/agreements\/[^/]+\/undertakings\/[^/]+\/evidence$/.test(path)) return [15 * MEBIBYTE, '10 MB']
  if (/\/outcomes\/[^/]+$/.test(path)) return [15 * MEBIBYTE, '10 MB']
  // A press card of up to 5 MB, and the form around it.
  if (/\/registration\/press(\/answers\/[\w-]+)?$/.test(path)) return [6 * MEBIBYTE, '6 MB']
  return [MEBIBYTE, '1 MB']
}

/**
 * A form is accepted only from this site's own pages. Cookies are all that a forged request could borrow; the API does not
 * read them, so requests that bring a bearer token need no such check. Neither do providers' messages, which prove themselves.
 */
export const refuseCrossSite: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.path.startsWith('/api/') || c.req.path.startsWith('/webhooks/')) return next()
  if (
    !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) &&
    !comesFromHere(c.req.raw.headers, c.var.services.config.origin)
  )
    return errorPage(c, 'crossSite')
  return next()
}

/** Fetch metadata where the browser sends it, else the Origin header; a request with neither did not come from a form of ours. */
function comesFromHere(headers: Headers, origin: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site && site !== 'same-origin') return false
  const from = headers.get('origin')
  return from ? from === origin : site === 'same-origin'
}
