import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from '../../platform/config.ts'
import type { Database } from '../../platform/db/open.ts'
import { networkOf } from '../../platform/http/network.ts'
import type { Log } from '../../platform/log.ts'
import { lastHeard } from '../../platform/sse/messages.ts'
import { liveBoards } from './boards.ts'
import { publicCeremonies } from './finding.ts'

const address = /^\/ceremonies\/([a-z0-9-]{1,200})\/board\/stream$/

/**
 * Opens the door of the fan-out process: the streams of public boards and nothing else, with bare node:http, as each of ten thousand
 * viewers costs what their connection costs.
 * @throws Error with `code` EADDRINUSE when the port is taken.
 */
export async function listenFanOut(
  config: Pick<Config, 'host' | 'livePort' | 'liveOrigin' | 'origin' | 'viewersPerAddress'>,
  database: Database,
  log: Log,
): Promise<{ port: number; close(): Promise<void> }> {
  const live = liveBoards({ database, log, viewersPerAddress: config.viewersPerAddress })
  const find = publicCeremonies(database.db)
  const behindProxy = config.liveOrigin?.startsWith('https:') ?? false

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://here')
    if (url.pathname === '/healthz') return void response.end('ok')
    const slug = request.method === 'GET' ? address.exec(url.pathname)?.[1] : undefined
    const eventId = slug ? await find(slug) : null
    if (!eventId) return void response.writeHead(404).end()
    const heard = lastHeard(request.headers['last-event-id'] as string | undefined, url.searchParams.get('since'))
    const viewer = { network: networkFrom(request, behindProxy), heard, origin: config.origin }
    const outcome = await live.follow(eventId, response, viewer)
    if (outcome === 'followed') return
    if (outcome === 'nothing') response.writeHead(404).end()
    else response.writeHead(503, { 'Retry-After': '5' }).end()
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log('stream-failed', { error: String(error) })
      if (response.headersSent) response.destroy()
      else response.writeHead(503, { 'Retry-After': '5' }).end()
    })
  })
  server.requestTimeout = 60_000
  server.listen(config.livePort, config.host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      await live.close()
      server.closeIdleConnections()
      await closed
    },
  }
}

/** As `connectionOf` (accounts/limits.ts): with an https origin a proxy stands in front, and its last word counts. */
function networkFrom(request: IncomingMessage, behindProxy: boolean): string {
  const named = behindProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  return networkOf(named || (request.socket.remoteAddress ?? ''))
}
