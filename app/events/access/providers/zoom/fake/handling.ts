import { type Answer, type Call, invalid, refusal, tooManyToday, countToday } from './answering.ts'
import * as panelists from './panelists.ts'
import * as registrants from './registrants.ts'
import { listParticipants } from './visits.ts'
import * as webinars from './webinars.ts'
import { opaque, type World } from './world.ts'

type Label = 'LIGHT' | 'MEDIUM' | 'HEAVY'
type Route = [
  method: string,
  path: string,
  label: Label,
  scopes: string[],
  answer: (world: World, call: Call) => Answer,
]

const WRITE = 'webinar:write:admin'
const READ = 'webinar:read:admin'
const one = '/webinars/:id'

const routes: readonly Route[] = [
  ['POST', '/users/:userId/webinars', 'LIGHT', ['webinar:write:webinar:admin', WRITE], webinars.createWebinar],
  ['GET', '/users/:userId/webinars', 'MEDIUM', ['webinar:read:webinar:admin', READ], webinars.listWebinars],
  ['GET', one, 'LIGHT', ['webinar:read:webinar:admin', READ], webinars.readWebinar],
  ['PATCH', one, 'LIGHT', ['webinar:write:webinar:admin', WRITE], webinars.updateWebinar],
  ['DELETE', one, 'LIGHT', ['webinar:write:webinar:admin', WRITE], webinars.deleteWebinar],
  ['PUT', `${one}/status`, 'LIGHT', ['webinar:write:webinar:admin', WRITE], webinars.setStatus],
  ['POST', `${one}/registrants`, 'LIGHT', ['webinar:write:registrant:admin', WRITE], registrants.addRegistrant],
  ['POST', `${one}/batch_registrants`, 'HEAVY', ['webinar:write:batch_registrants:admin', WRITE], registrants.addBatch],
  ['GET', `${one}/registrants`, 'MEDIUM', ['webinar:read:list_registrants:admin', READ], registrants.listRegistrants],
  [
    'PUT',
    `${one}/registrants/status`,
    'MEDIUM',
    ['webinar:update:registrant_status:admin', WRITE],
    registrants.changeStatus,
  ],
  [
    'GET',
    `${one}/registrants/:registrantId`,
    'LIGHT',
    ['webinar:read:list_registrants:admin', READ],
    registrants.readRegistrant,
  ],
  [
    'DELETE',
    `${one}/registrants/:registrantId`,
    'LIGHT',
    ['webinar:write:registrant:admin', WRITE],
    registrants.deleteRegistrant,
  ],
  ['POST', `${one}/panelists`, 'MEDIUM', ['webinar:write:panelist:admin', WRITE], panelists.addPanelists],
  ['GET', `${one}/panelists`, 'MEDIUM', ['webinar:read:list_panelists:admin', READ], panelists.listPanelists],
  [
    'DELETE',
    `${one}/panelists/:panelistId`,
    'LIGHT',
    ['webinar:write:panelist:admin', WRITE],
    panelists.deletePanelist,
  ],
  ['GET', '/past_webinars/:id/participants', 'MEDIUM', ['webinar:read:webinar:admin', READ], listParticipants],
]

/** Heavy and medium calls together, in a day. */
const DAILY = 60_000

/** One call of the API, from its token to its answer. */
export function answerCall(world: World, call: Omit<Call, 'params'>, authorization: string | undefined): Answer {
  const token = world.tokens.get(authorization?.replace(/^Bearer /, '') ?? '')
  if (!token || token.until <= world.clock.now().getTime()) return refusal(401, 124, 'Access token is expired.')
  for (const [method, path, label, scopes, answer] of routes) {
    const params = method === call.method ? matched(path, call.path) : null
    if (!params) continue
    const granted = world.account.scope.split(' ')
    if (!scopes.some((scope) => granted.includes(scope)))
      return refusal(400, 4711, `Invalid access token, does not contain scopes:[${scopes[0]}].`)
    return limited(world, label) ?? answer(world, { ...call, params })
  }
  return refusal(404, 404, 'No such resource.')
}

function limited(world: World, label: Label): Answer | null {
  const second = Math.floor(world.clock.now().getTime() / 1000)
  const key = `${second} ${label}`
  const count = (world.counters.get(key) ?? 0) + 1
  world.counters.set(key, count)
  if (count > world.rules.perSecond[label])
    return {
      status: 429,
      body: { code: 429, message: 'You have reached the maximum per-second rate limit for this API. Try again later.' },
      headers: { 'x-ratelimit-category': label, 'retry-after': '1' },
    }
  return label === 'LIGHT' || countToday(world, 'heavy and medium', DAILY) ? null : tooManyToday(DAILY, 'this account')
}

/** Tokens for those who hold the account's credentials. */
export function giveToken(world: World, form: URLSearchParams, authorization: string | undefined): Answer {
  const { accountId, clientId, clientSecret, scope } = world.account
  const right = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  if (authorization !== right)
    return { status: 400, body: { reason: 'Invalid client_id or client_secret', error: 'invalid_client' } }
  if (form.get('grant_type') !== 'account_credentials') return invalid('grant_type', 'unsupported grant type')
  if (form.get('account_id') !== accountId)
    return { status: 400, body: { reason: 'Bad Request', error: 'invalid_request' } }
  const value = opaque(32)
  const { tokenSeconds } = world.rules
  world.tokens.set(value, { until: world.clock.now().getTime() + tokenSeconds * 1000 })
  const body = { access_token: value, token_type: 'bearer', expires_in: tokenSeconds, scope, api_url: world.origin }
  return { status: 200, body }
}

function matched(pattern: string, path: string): Record<string, string> | null {
  const names: string[] = []
  const source = pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
    names.push(name)
    return '([^/]+)'
  })
  const found = new RegExp(`^${source}$`).exec(path)
  return found ? Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')])) : null
}
