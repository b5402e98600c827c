import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { neededScope } from '../accounts/tokenScopes.ts'
import { API, openApiDocument, refusalsIn } from './document.ts'
import { exampleOf } from './examples.ts'
import { operations } from './operations.ts'

type Described = {
  operationId: string
  security: object[]
  parameters: { name: string; in: string }[]
  responses: Record<string, { content: Record<string, unknown> }>
}
const document = openApiDocument(operations, 'https://musubi.example') as {
  openapi: string
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, unknown> }
}
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.values(methods).map((operation) => ({ path, ...operation })),
)

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1 to a validator that is not ours', async () => {
    const validator = new Validator()
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
    const { openapi, paths } = structuredClone(document)
    expect((await new Validator().validate({ openapi, paths })).valid).toBe(false)
  })

  test('describes every operation once', () => {
    const ids = operations.map(({ id }) => id)
    expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(ids.toSorted())
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('every part of an address is a parameter, every operation says who may and how it fails', () => {
    for (const { path, parameters, security, responses } of described) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(named)
      expect(security.length).toBeGreaterThan(0)
      expect(Object.keys(responses).some((status) => status.startsWith('4'))).toBe(true)
    }
  })

  test('every reference leads to a schema', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, found]) => found)
    expect(new Set(references)).toEqual(new Set(['#/components/schemas/Problem']))
    expect(document.components.schemas).toHaveProperty('Problem')
  })
})

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  const { needs, method, path, body, answers } = operation

  test('asks for the scope that the gate asks for', () => {
    const asked = neededScope(method.toUpperCase(), API + path)
    if (needs !== 'public') expect(asked).toBe(needs === 'any' ? null : needs)
    else if (asked) expect(asked).toMatch(/:read$/)
  })

  test('has examples that its schemas accept', () => {
    if (typeof body === 'object') expect(() => body.parse(exampleOf(body, 'input'))).not.toThrow()
    if (typeof answers === 'object') expect(() => answers.parse(exampleOf(answers, 'output'))).not.toThrow()
  })

  test('lists each refusal once, as a failure', () => {
    const codes = refusalsIn(operation).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { status } of refusalsIn(operation)) expect(status).toBeGreaterThanOrEqual(400)
  })
})
