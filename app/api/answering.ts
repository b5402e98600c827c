import { anonymous } from '../accounts/scope.ts'
import { permits } from '../accounts/tokenScopes.ts'
import type { Web } from '../web/env.ts'
import { API, parametersIn } from './document.ts'
import type { Operation } from './operation.ts'
import { mediaTypeOf, type Read, readBody, readQuery } from './reading.ts'
import { refuse } from './refusing.ts'

/** Answers one request: who may ask, what was asked, the act, and its outcome as JSON or as a problem. */
export const answer =
  (operation: Operation) =>
  async (c: Web): Promise<Response> => {
    // The API knows tokens only: a browser's cookie, which forged requests could borrow, opens nothing here.
    if (c.var.scope.via !== 'token') c.set('scope', anonymous)
    const door = await refuseAtDoor(c, operation)
    if (door) return door
    const query = readQuery(c, operation.query)
    if ('refused' in query) return refuse(c, operation.tag, query)
    const body = await bodyOf(c, operation)
    if ('refused' in body) return refuse(c, operation.tag, body)
    const params = Object.fromEntries(parametersIn(operation.path).map((name) => [name, c.req.param(name) ?? '']))
    const outcome = await operation.run({ c, params, query: query.value as never, body: body.value as never })
    if (outcome === null) return refuse(c, operation.tag, { refused: 'not-found' })
    if (outcome instanceof Response) return outcome
    if ('refused' in outcome) return refuse(c, operation.tag, outcome)
    return c.json(outcome as Record<string, unknown>, operation.status ?? 200, headersFor(c, operation, outcome))
  }

/** The gate has looked at the address; here the table is asked, so that an operation never does more than it says it needs. */
async function refuseAtDoor(c: Web, { needs, tag }: Operation): Promise<Response | null> {
  const { scope } = c.var
  if (needs === 'public') return null
  if (!scope.person) {
    const response = await refuse(c, tag, { refused: 'token-needed' })
    response.headers.set('www-authenticate', 'Bearer')
    return response
  }
  return needs === 'any' || permits(scope, needs) ? null : refuse(c, tag, { refused: 'insufficient-scope' })
}

/** A file is left to the operation, which knows how to look at it; it must say what it is. */
async function bodyOf(c: Web, { body }: Operation): Promise<Read> {
  if (body === undefined) return { value: undefined }
  if (typeof body !== 'string') return readBody(c, body)
  return mediaTypeOf(c) === body ? { value: undefined } : { refused: 'other-content-type', expected: body }
}

/**
 * What was read may be kept and asked for again with its `ETag` (304 when nothing changed); what an act answered may not. A page of a list
 * says where the next one is (RFC 8288).
 */
function headersFor(c: Web, { method, path }: Operation, outcome: object): Record<string, string> {
  const next = 'next' in outcome && typeof outcome.next === 'string' ? outcome.next : null
  return {
    'cache-control': method === 'get' ? 'private, no-cache' : 'no-store',
    vary: 'authorization, accept-language',
    ...(next ? { link: `<${nextPage(c, path, next)}>; rel="next"` } : {}),
  }
}

function nextPage(c: Web, path: string, before: string): string {
  const query = new URLSearchParams({ ...c.req.query(), before })
  return `${c.var.services.config.origin}${API}${path}?${query}`
}
