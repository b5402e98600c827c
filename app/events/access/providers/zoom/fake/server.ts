import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { isLocale, type Locale } from '../../../../../language/locales.ts'
import type { Clock } from '../../../../../platform/clock.ts'
import type { ZoomSettings } from '../provider.ts'
import type { Answer } from './answering.ts'
import { deliverDue, type Mischief, subscribe } from './delivering.ts'
import { withFaults } from './faults.ts'
import { answerCall, giveToken } from './handling.ts'
import { standInPage } from './page.ts'
import { join, leave } from './visits.ts'
import { type Fault, opaque, type Rules, usualRules, type World } from './world.ts'

export type ZoomFake = {
  origin: string
  world: World
  /** Settings with which our own client takes it for Zoom. */
  settings: ZoomSettings
  fail(fault: Fault): void
  /** Asks an address of ours whether it holds the secret, and tells it what happens from then on. */
  subscribe(url: string): Promise<boolean>
  /** Sends what is due by the clock. */
  deliver(mischief?: Mischief): Promise<number>
  close(): Promise<void>
}

/**
 * A stand-in for Zoom that keeps its rules: a server of its own on loopback, with the clock it is given. It makes no video; behind its links
 * stands a page that says so. `every`: delivers events by itself, so many milliseconds apart.
 */
export async function startZoomFake(options: {
  clock: Clock
  port?: number
  rules?: Partial<Rules>
  scope?: string
  every?: number
  timeout?: number
}): Promise<ZoomFake> {
  const world = newWorld(options)
  const server = createServer((request, response) => void respond(world, request, response))
  await listen(server, options.port)
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const timer = options.every ? setInterval(() => void deliverDue(world), options.every).unref() : null
  const { accountId, clientId, clientSecret, webhookSecret } = world.account
  return {
    origin: world.origin,
    world,
    settings: {
      accountId,
      clientId,
      clientSecret,
      webhookSecret,
      origin: world.origin,
      allowPrivateAddresses: true,
      ...(options.timeout && { timeout: options.timeout }),
    },
    fail: (fault) => void world.faults.push(fault),
    subscribe: (url) => subscribe(world, url),
    deliver: (mischief) => deliverDue(world, mischief),
    async close() {
      if (timer) clearInterval(timer)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const broad = 'webinar:read:admin webinar:write:admin'

function newWorld({ clock, rules, scope }: Parameters<typeof startZoomFake>[0]): World {
  const host = { id: opaque(), address: 'host@zoom.example', hasWebinarPlan: true }
  return {
    clock,
    account: {
      accountId: opaque(),
      clientId: opaque(),
      clientSecret: opaque(24),
      webhookSecret: opaque(24),
      scope: scope ?? broad,
    },
    rules: { ...usualRules, ...rules },
    hosts: new Map([[host.id, host]]),
    webinars: new Map(),
    tokens: new Map(),
    counters: new Map(),
    subscriptions: [],
    faults: [],
    queue: [],
    calls: [],
    // Numbers of its own: two of them must not know the same webinar.
    sequence: Math.floor(Math.random() * 1e9),
    origin: '',
  }
}

async function respond(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', world.origin)
  const method = request.method ?? 'GET'
  const body = await text(request)
  if (url.pathname.startsWith('/w/')) return showPage(world, url, method, body, request, response)
  const name = `${method} ${url.pathname}`
  const outcome = withFaults(world, name, () => answer(world, method, url, body, request.headers.authorization))
  if ('silence' in outcome) return
  world.calls.push(`${name.replaceAll(/\/\d+/g, '/:id')} ${outcome.answer.status}`)
  const { status, headers } = outcome.answer
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-zm-trackingid': `v=2;tid=${opaque(6)}`,
    ...headers,
  })
  response.end(outcome.answer.body === undefined ? '' : JSON.stringify(outcome.answer.body))
}

function answer(world: World, method: string, url: URL, body: string, authorization: string | undefined): Answer {
  if (method === 'POST' && url.pathname === '/oauth/token')
    return giveToken(world, new URLSearchParams(body), authorization)
  const path = url.pathname.replace(/^\/v2/, '')
  try {
    const parsed = (body ? JSON.parse(body) : {}) as Record<string, unknown>
    return answerCall(world, { method, path, query: url.searchParams, body: parsed }, authorization)
  } catch {
    return { status: 400, body: { code: 300, message: 'Request Body should be a valid JSON object.' } }
  }
}

function showPage(
  world: World,
  url: URL,
  method: string,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const webinar = world.webinars.get(url.pathname.split('/')[2] ?? '')
  const token = url.searchParams.get('tk') ?? ''
  const inside = () => webinar?.visits.find((visit) => !visit.left && visit.ref === refOf(webinar, token))
  if (webinar && method === 'POST') {
    const visit = inside()
    if (new URLSearchParams(body).get('act') === 'join') join(world, webinar, token)
    else if (visit) leave(world, webinar, visit)
    response.writeHead(303, { location: url.pathname + url.search }).end()
    return
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' })
  response.end(standInPage(webinar, token, localeOf(request.headers['accept-language']), inside() !== undefined))
}

const refOf = (webinar: NonNullable<ReturnType<World['webinars']['get']>>, token: string): string | undefined =>
  [...webinar.registrants.values(), ...webinar.panelists.values()].find((one) => one.token === token)?.id

const localeOf = (header: string | undefined): Locale =>
  header
    ?.split(',')
    .map((part) => part.trim().slice(0, 2))
    .find(isLocale) ?? 'en'

/** Ports from 32768 on are handed out to clients and may be taken at any moment. */
async function listen(server: Server, port?: number): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const at = port ?? 20_000 + Math.floor(Math.random() * 12_000)
    const error = await new Promise<Error | null>((resolve) => {
      server.once('error', resolve)
      server.listen(at, '127.0.0.1', () => {
        server.off('error', resolve)
        resolve(null)
      })
    })
    if (!error) return
    if (port !== undefined) throw error
  }
  throw new Error('No free port between 20000 and 32000')
}
