import { z } from 'zod'
import type { Operation } from './operation.ts'
import { problemShape } from './shapes.ts'

export const API = '/api/v1'

type Json = Record<string, unknown>

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which is what zod writes. `io`: a default makes a field optional on the way in only. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
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
      schemas: { Problem: schemaOf(problemShape, 'output') },
    },
  }
}

export const parametersIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

function describe(operation: Operation): Json {
  const { id, tag, summary, query, body } = operation
  const takesPdf = id === 'verifyFile'
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
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }
      : {}),
    ...(takesPdf
      ? {
          requestBody: {
            required: true,
            content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
          },
        }
      : {}),
    responses: { [String(operation.status ?? 200)]: successOf(operation), ...failuresOf(operation) },
  }
}

/** With `public` an empty requirement stands beside the token: both are allowed. */
function securityOf({ needs }: Operation): Json[] {
  if (needs === 'public') return [{}, { token: [] }]
  return [{ token: needs === 'any' ? [] : [needs] }]
}

function successOf({ answers }: Operation): Json {
  if (typeof answers === 'string')
    return { description: 'The file', content: { [answers]: { schema: { type: 'string', format: 'binary' } } } }
  return { description: 'Done', content: { 'application/json': { schema: schemaOf(answers, 'output') } } }
}

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

function failuresOf({ needs, body, query, path, method }: Operation): Record<string, Json> {
  return {
    ...(body || query ? { '400': problem('The request was not understood; `errors` says where') } : {}),
    ...(needs === 'public'
      ? {}
      : { '401': problem('No valid token'), '403': problem('The token, or the person, may not do this') }),
    ...(path.includes('{') ? { '404': problem('There is no such thing, or it is not open to this asker') } : {}),
    ...(method === 'get'
      ? {}
      : {
          '409': problem('Things are not as the request assumed; `code` says why'),
          '422': problem('An entry cannot be accepted; `code` says why'),
        }),
    '429': problem('Too often; wait, then try again'),
  }
}
