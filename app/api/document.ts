import { z } from 'zod'
import { neededScope } from '../accounts/tokenScopes.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { exampleOf } from './examples.ts'
import type { MediaType, Operation } from './operation.ts'
import { statusOf } from './refusing.ts'
import { problem } from './shapes.ts'

export const API = '/api/v1'

type Json = Record<string, unknown>

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which is what zod writes. `io`: a default makes a field optional on the way in only. */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

/** The OpenAPI document of the operations. */
export function openApiDocument(operations: readonly Operation[], origin: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Musubi',
      version: '1',
      summary: 'Agreements, signatures and organisations, by the same acts as on screen.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${origin}${API}` }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token made on the account page, with the scopes it was made for.',
        },
      },
      schemas: { Problem: schemaOf(problem, 'output') },
    },
  }
}

export const parametersIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

function describe(operation: Operation): Json {
  const { id, tag, summary, query, body } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    security: securityOf(operation),
    parameters: [
      ...parametersIn(operation.path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
        name,
        in: 'query',
        required: false,
        schema: schemaOf(schema as z.ZodType, 'input'),
      })),
    ],
    ...(body ? { requestBody: { required: true, content: contentOf(body, 'input') } } : {}),
    responses: {
      [String(operation.status ?? 200)]: { description: 'Done', content: contentOf(operation.answers, 'output') },
      ...failuresOf(operation),
    },
  }
}

function contentOf(shape: z.ZodType | MediaType, io: 'input' | 'output'): Json {
  // Of a file there is no schema: in OpenAPI 3.1 its media type says it all.
  if (typeof shape === 'string') return { [shape]: {} }
  return { 'application/json': { schema: schemaOf(shape, io), example: exampleOf(shape, io) } }
}

/** What a token must have been made for if one is sent; where none is needed, an empty requirement stands beside it: both are allowed. */
function securityOf({ needs, method, path }: Operation): Json[] {
  const scope = neededScope(method.toUpperCase(), API + path)
  const token = { token: scope ? [scope] : [] }
  return needs === 'public' ? [{}, token] : [token]
}

const because: Record<string, string> = {
  '400': 'The request was not understood; `errors` says where',
  '401': 'No valid token',
  '403': 'The token, or the person, may not do this',
  '404': 'There is no such thing, or it is not open to this asker',
  '409': 'Things are not as the request assumed',
  '413': 'The body is too large',
  '415': 'The body is of another type',
  '422': 'An entry cannot be accepted',
  '429': 'Too often; Retry-After says how many seconds to wait',
  '500': 'Something is wrong on our side; nothing was half-done',
  '503': 'An outside service or the database is away; nothing was half-done',
}

/** Each failure by its status, with the codes it may bear. */
function failuresOf(operation: Operation): Record<string, Json> {
  const byStatus = Map.groupBy(refusalsIn(operation), ({ status }) => String(status))
  const responses = [...byStatus].map(([status, found]): [string, Json] => [
    status,
    {
      description: because[status] ?? '',
      content: { 'application/problem+json': { schema: withCodes(found.map(({ code }) => code)) } },
    },
  ])
  return Object.fromEntries(responses)
}

const withCodes = (codes: string[]): Json => ({
  allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: [...new Set(codes)] } } }],
})

/** Every code an operation may refuse with and its status: those of its own act, and those of whatever is asked before. */
export function refusalsIn({ needs, body, query, path, tag, refusals = [] }: Operation) {
  const before: [boolean, string, number][] = [
    [body !== undefined || query !== undefined, 'not-understood', 400],
    [typeof body === 'object', 'malformed-json', 400],
    [needs !== 'public', 'token-needed', 401],
    [true, 'invalid-token', 401],
    [needs !== 'any', 'insufficient-scope', 403],
    [path.includes('{'), 'not-found', 404],
    [body !== undefined, 'too-large', 413],
    [body !== undefined, 'other-content-type', 415],
    [true, 'broken', 500],
    [true, 'unavailable', 503],
  ]
  return [
    ...before.filter(([applies]) => applies).map(([, code, status]) => ({ code, status, own: false })),
    ...refusals.map((code) => ({ code, status: statusOf(catalogues.en, tag, code), own: true })),
  ].toSorted((one, other) => one.status - other.status)
}
