import { beforeAll, describe, expect, test } from 'vitest'
import { Hono } from 'hono'
import { features } from '../../app/routes.ts'
import { assetRoutes } from '../../app/web/assetRoutes.ts'
import type { Env } from '../../app/web/env.ts'
import { healthRoutes } from '../../app/web/health.ts'
import { testApplication } from '../harness/application.ts'
import { permissions } from './permissions.ts'
import { registeredRoutes } from './registeredRoutes.ts'
import { type Actor, actors, type Answer, type Row } from './rows.ts'
import { makeWorld, type World } from './world.ts'

/** The doors, without the walls: enough to list them before any database is open. */
function doors(): string[] {
  const app = new Hono<Env>()
  for (const feature of [healthRoutes, assetRoutes, ...features]) feature(app)
  return registeredRoutes(app)
}

const routes = doors()

let office: World
let demonstration: World
beforeAll(async () => {
  office = await makeWorld(await testApplication())
  demonstration = await makeWorld(await testApplication({ config: { demo: true } }))
})

test('the application has exactly the doors that this test walks', () => {
  expect(registeredRoutes(office.at.app).toSorted()).toEqual(routes.toSorted())
})

test('every route has a row in the table', () => {
  expect(routes.filter((route) => !permissions[route])).toEqual([])
})

test('every row of the table has its route', () => {
  expect(Object.keys(permissions).filter((route) => !routes.includes(route))).toEqual([])
})

describe.each(Object.entries(permissions).filter(([route]) => routes.includes(route)))('%s', (route, row) => {
  test.each(actors)('%s', async (actor) => {
    const world = row.isDemonstration ? demonstration : office
    expect(await knock(world, route, row, actor)).toBe(row.answers[actor])
  })
})

async function knock(world: World, route: string, row: Row, actor: Actor): Promise<string> {
  const [method = '', pattern = ''] = route.split(' ')
  const path = row.path ? await row.path(world) : pattern.replace('/:locale', '/en')
  if (/[:{}]/.test(path)) throw new Error(`${route} has parameters: its row needs a path`)
  const cookie = actor === 'anonymous' ? undefined : await cookieOf(world, actor)
  const { at } = world
  const form = typeof row.form === 'function' ? row.form(world) : (row.form ?? {})
  const response = await (method === 'GET'
    ? at.get(path, { cookie })
    : method === 'POST'
      ? at.post(path, form, { cookie })
      : at.app.request(`${at.services.config.origin}${path}`, { method, headers: cookie ? { cookie } : {} }))
  // The door that signs out ends the session it was opened with.
  if (response.headers.get('set-cookie')?.includes('session=;')) cookies.delete(world.people[actor as SignedIn])
  return answerOf(response)
}

type SignedIn = Exclude<Actor, 'anonymous'>
const cookies = new Map<object, string>()

async function cookieOf({ at, people }: World, actor: SignedIn): Promise<string> {
  const cookie = cookies.get(people[actor]) ?? (await at.signIn(people[actor]))
  cookies.set(people[actor], cookie)
  return cookie
}

function answerOf(response: Response): string {
  const { status } = response
  if (status >= 500) return `broken (${status})`
  if (status === 401 || /\/sign-in\?return=/.test(response.headers.get('location') ?? '')) return 'sign-in'
  const known: Record<number, Answer> = { 403: 'forbidden', 404: 'hidden', 410: 'gone' }
  return known[status] ?? 'open'
}
