import type { IncomingMessage, ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { connectionOf } from '../../accounts/limits.ts'
import { lastHeard, message, retryAfter, streamHeaders } from '../../platform/sse/messages.ts'
import type { Routes, Web } from '../../web/env.ts'
import { boardOf } from '../assembling.ts'
import { findCeremony } from '../finding.ts'
import { STREAM_PATH } from './address.ts'
import { publicCeremonies } from './finding.ts'

/** The stream of a board. Who may see it is asked as for any page; then the connection is taken over and written to directly. */
export const streamRoutes: Routes = (app) => {
  let findPublic: ReturnType<typeof publicCeremonies> | undefined

  /** What is public is asked for once, however many come at the same moment; the rest is asked for each. */
  async function eventFor(c: Web): Promise<string | null> {
    const { services, scope } = c.var
    const slug = c.req.param('slug') ?? ''
    findPublic ??= publicCeremonies(services.database.db)
    const found = await findPublic(slug)
    if (found) return found
    const event = await findCeremony(services.database.db, scope, slug)
    return event?.ceremony ? event.id : null
  }

  app.get(STREAM_PATH, async (c) => {
    const { services } = c.var
    const eventId = await eventFor(c)
    if (!eventId) return c.text('', 404)
    const outgoing = connection(c)
    if (!outgoing || !services.live || c.req.method !== 'GET') return once(c, eventId)
    const heard = lastHeard(c.req.header('last-event-id'), c.req.query('since'))
    const begin = () => beginStream(outgoing)
    const outcome = await services.live.follow(eventId, outgoing, { network: connectionOf(c), heard, begin })
    if (outcome === 'nothing') return c.text('', 404)
    if (outcome !== 'followed') return c.text('', 503, { 'Retry-After': '5' })
    return RESPONSE_ALREADY_SENT
  })
}

/** The connection itself; there is none where the application is called without a server. */
function connection(c: Web): ServerResponse | null {
  const env = c.env as Partial<{ incoming: IncomingMessage; outgoing: ServerResponse }> | null | undefined
  return env?.outgoing ?? null
}

/** The end of the body is the end of the connection: without chunks each message is one write of shared bytes. */
function beginStream(response: ServerResponse): void {
  response.useChunkedEncodingByDefault = false
  response.writeHead(200, { ...streamHeaders, Connection: 'close' })
}

/** The board once, and the end: a browser then asks again by itself. */
async function once(c: Web, eventId: string): Promise<Response> {
  const board = await boardOf(c.var.services.database.db, eventId)
  if (!board) return c.text('', 404)
  const bytes = Buffer.concat([retryAfter(1000), message('board', board.seq, board)])
  return c.body(new Uint8Array(bytes), 200, streamHeaders)
}
