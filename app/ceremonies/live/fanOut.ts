import type { Socket } from 'node:net'
import type { Config } from '../../platform/config.ts'
import type { Database } from '../../platform/db/open.ts'
import { networkOf } from '../../platform/http/network.ts'
import type { Log } from '../../platform/log.ts'
import { answerHead, openDoor } from '../../platform/sse/door.ts'
import { lastHeard, streamHeaders } from '../../platform/sse/messages.ts'
import type { RequestHead } from '../../platform/sse/requestHead.ts'
import { liveBoards } from './boards.ts'
import { publicCeremonies } from './finding.ts'

const address = /^\/ceremonies\/([a-z0-9-]{1,200})\/board\/stream$/

/**
 * Opens the door of the fan-out process: the streams of public boards and nothing else, as each of ten thousand viewers costs what
 * their connection costs.
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
  const opening = answerHead(200, { ...streamHeaders, 'Access-Control-Allow-Origin': config.origin, Vary: 'Origin' })

  async function answer(head: RequestHead, socket: Socket): Promise<void> {
    const [path = '', query = ''] = head.target.split('?')
    if (path === '/healthz') return void socket.end(`${answerHead(200)}ok`)
    const slug = head.method === 'GET' ? address.exec(path)?.[1] : undefined
    const eventId = slug ? await find(slug) : null
    if (!eventId) return void socket.end(answerHead(404))
    const outcome = await live.follow(eventId, socket, {
      network: networkFrom(head, socket, behindProxy),
      heard: lastHeard(head.fields.get('last-event-id'), new URLSearchParams(query).get('since')),
      begin: () => void socket.write(opening),
    })
    if (outcome === 'nothing') socket.end(answerHead(404))
    else if (outcome !== 'followed') socket.end(answerHead(503, { 'Retry-After': '5' }))
  }

  const door = await openDoor({ port: config.livePort, host: config.host }, (head, socket) =>
    answer(head, socket).catch((error: unknown) => {
      log('stream-failed', { error: String(error) })
      throw error
    }),
  )
  return {
    port: door.port,
    async close() {
      // Both at once: the door is shut when the last viewer has been sent elsewhere.
      await Promise.all([door.close(), live.close()])
    },
  }
}

/** As `connectionOf` (accounts/limits.ts): with an https origin a proxy stands in front, and its last word counts. */
function networkFrom({ fields }: RequestHead, socket: Socket, behindProxy: boolean): string {
  const named = behindProxy ? fields.get('x-forwarded-for')?.split(',').at(-1)?.trim() : ''
  return networkOf(named || (socket.remoteAddress ?? ''))
}
