import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { Web } from './env.ts'
import { page } from './page.tsx'

type ErrorPages = Catalogue['errors']['pages']
type ErrorKey = keyof ErrorPages
type Parameters = { id?: string; limit?: string; minutes?: number }

const statuses = {
  notFound: 404,
  forbidden: 403,
  signInNeeded: 401,
  crossSite: 403,
  tooLarge: 413,
  tooMany: 429,
  broken: 500,
  unavailable: 503,
  gone: 410,
} as const satisfies Record<ErrorKey, number>

/** For programs: stable, whatever the sentence says and in whichever language. */
const codes: Record<ErrorKey, string> = {
  notFound: 'not-found',
  forbidden: 'not-yours',
  signInNeeded: 'token-needed',
  crossSite: 'cross-site',
  tooLarge: 'too-large',
  tooMany: 'too-often',
  broken: 'broken',
  unavailable: 'unavailable',
  gone: 'gone',
}

/** A page that says what happened, that nothing was half-done, and what to do. The API answers problem+json (RFC 9457) instead. */
export function errorPage(c: Web, key: ErrorKey, parameters: Parameters = {}): Response | Promise<Response> {
  const { title, body } = c.var.t.errors.pages[key]
  const sentence = typeof body === 'string' ? body : (body as (p: Parameters) => string)(parameters)
  const status = statuses[key]
  if (c.req.path.startsWith('/api/')) return problem(c, status, title, sentence, { code: codes[key] })
  return page(
    c,
    { title, status },
    <article class="prose">
      <h1>{title}</h1>
      <p>{sentence}</p>
    </article>,
  )
}

export function problem(c: Web, status: number, title: string, detail?: string, extra: object = {}): Response {
  const body = {
    type: 'about:blank',
    title,
    status,
    ...(detail ? { detail } : {}),
    instance: `urn:uuid:${c.var.requestId}`,
    ...extra,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': c.var.requestId,
    },
  })
}
