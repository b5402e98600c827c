import { expect } from 'vitest'
import type { MadePerson } from '../../../test/factories/people.ts'
import type { TestApplication } from '../../../test/harness/application.ts'
import { createToken } from '../../accounts/tokens.ts'
import { type TokenScope, tokenScopes } from '../../accounts/tokenScopes.ts'
import { scopeOf } from '../../agreements/testing/alliance.ts'
import { refusalsIn } from '../document.ts'
import type { Operation } from '../operation.ts'
import { operations } from '../operations.ts'

export async function tokenOf(
  app: TestApplication,
  person: MadePerson,
  scopes: readonly TokenScope[] = tokenScopes,
): Promise<string> {
  const made = await createToken(app.services, await scopeOf(app, person), {
    name: 'Test',
    scopes: [...scopes],
    days: 30,
  })
  if ('refused' in made) throw new Error(made.refused)
  return made.token
}

export type Sent = { token?: string; body?: unknown; headers?: Record<string, string>; raw?: BodyInit }

/** Calls the API as a program would. Whatever comes back is held to what the table says of the operation. */
export const callerOf =
  ({ app, services }: TestApplication) =>
  async (method: string, path: string, { token, body, headers = {}, raw }: Sent = {}) => {
    const response = await app.request(`${services.config.origin}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(raw === undefined ? {} : { body: raw }),
    })
    const { status } = response
    const type = response.headers.get('content-type') ?? ''
    const json = /[/+]json\b/.test(type) ? await response.json() : null
    const operation = operationAt(method, path)
    if (operation && json) expectAsDescribed(operation, status, json)
    return { status, headers: response.headers, json, response }
  }

const operationAt = (method: string, path: string): Operation | undefined => {
  const [address = ''] = path.split('?')
  const isAt = (pattern: string) => new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address)
  const found = operations.filter((one) => one.method === method.toLowerCase() && isAt(one.path))
  // `/consents/own` is no parameter: the address with fewer of them is meant.
  return found.toSorted((one, other) => one.path.split('{').length - other.path.split('{').length)[0]
}

/** Success has the documented shape and not a field more; refusals have a documented code and its status. */
function expectAsDescribed(operation: Operation, status: number, json: Record<string, unknown>): void {
  if (status >= 400) {
    expect(refusalsIn(operation).map((one) => `${one.status} ${one.code}`)).toContain(
      `${status} ${String(json['code'])}`,
    )
    return
  }
  expect(status).toBe(operation.status ?? 200)
  if (typeof operation.answers === 'string') throw new Error(`${operation.id} answers with a file.`)
  expect(operation.answers.parse(json)).toEqual(json)
}
