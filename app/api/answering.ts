import type { z } from 'zod'
import { type Refusal, refusalSentence, refusalStatus } from '../agreements/refusals.ts'
import { anonymous } from '../accounts/scope.ts'
import type { Web } from '../web/env.ts'
import { problem } from '../web/errors.tsx'
import { parametersIn } from './document.ts'
import type { Operation } from './operation.ts'

/** Answers one request: who may ask, what was asked, the act, and its outcome as JSON or as a problem. */
export const answer =
  (operation: Operation) =>
  async (c: Web): Promise<Response> => {
    // The API knows tokens only: a browser's cookie, which forged requests could borrow, opens nothing here.
    if (c.var.scope.via !== 'token') c.set('scope', anonymous)
    if (operation.needs !== 'public' && !c.var.scope.person) return unauthorised(c)
    const query = operation.query?.safeParse(c.req.query())
    if (query && !query.success) return notUnderstood(c, query.error, '/query')
    const body = operation.body ? await readBody(c, operation.body) : undefined
    if (body instanceof Response) return body
    const params = Object.fromEntries(parametersIn(operation.path).map((name) => [name, c.req.param(name) ?? '']))
    const outcome = await operation.run({ c, params, query: query?.data as never, body: body as never })
    if (outcome === null) return notFound(c)
    if (outcome instanceof Response) return outcome
    if ('refused' in outcome) return refused(c, outcome)
    return c.json(outcome, operation.status ?? 200, {
      'cache-control': 'private, no-store',
      vary: 'authorization',
    })
  }

const titles = (c: Web) => c.var.t.errors.pages

async function notFound(c: Web): Promise<Response> {
  return problem(c, 404, titles(c).notFound.title, titles(c).notFound.body, { code: 'not-found' })
}

function unauthorised(c: Web): Response {
  const response = problem(c, 401, titles(c).signInNeeded.title, undefined, { code: 'token-needed' })
  response.headers.set('www-authenticate', 'Bearer')
  return response
}

/** @returns the body as its schema made it, or the problem with it. */
async function readBody(c: Web, schema: z.ZodType): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    return problem(c, 415, c.var.t.errors.fields.invalid, 'Content-Type: application/json', { code: 'not-json' })
  }
  const json = parse(await c.req.arrayBuffer())
  if (json === undefined)
    return problem(c, 400, c.var.t.errors.fields.unreadable, undefined, { code: 'malformed-json' })
  const parsed = schema.safeParse(json)
  return parsed.success ? parsed.data : notUnderstood(c, parsed.error, '')
}

/** Undefined for what is no JSON, or no UTF-8. */
function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Each mistake with a JSON Pointer (RFC 6901) to where it is. */
function notUnderstood(c: Web, error: z.ZodError, below: string): Response {
  const errors = error.issues.map(({ path, message }) => ({
    pointer: [below, ...path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)].join(''),
    detail: message,
  }))
  return problem(c, 400, c.var.t.errors.fields.invalid, undefined, { code: 'not-understood', errors })
}

const organisationRefusals: Record<string, 403 | 404 | 409 | 422> = {
  'not-yours': 403,
  'no-such-organisation': 404,
  'slug-taken': 409,
  'changed-meanwhile': 409,
  'name-in-agreements': 409,
  'original-missing': 422,
  'name-missing': 422,
}

/** A refusal of the verbs: its key is the code, its sentence the title where the catalogue has one. */
function refused(c: Web, outcome: { refused: string }): Response {
  const { refused: code, ...more } = outcome
  const sentences: Record<string, unknown> = c.var.t.signing.refusals
  if (!(code in sentences)) {
    const status = organisationRefusals[code] ?? 409
    return problem(c, status, status === 403 ? titles(c).forbidden.title : c.var.t.errors.fields.invalid, undefined, {
      code,
      ...more,
    })
  }
  const refusal = outcome as Refusal
  return problem(c, refusalStatus(refusal), refusalSentence(c.var.t, refusal), undefined, { code, ...more })
}
