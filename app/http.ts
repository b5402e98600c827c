import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import { liveBoards } from './ceremonies/live/boards.ts'
import { features } from './routes.ts'
import { createApplication } from './web/application.ts'
import type { Services } from './web/env.ts'

/** How long requests under way may take to finish once we were asked to stop. */
const GRACE = 10_000

/**
 * Opens the door.
 * @throws Error with `code` EADDRINUSE when the port is taken.
 */
export async function listen(services: Services): Promise<{ port: number; close(): Promise<void> }> {
  const { config, database, log } = services
  services.live ??= liveBoards({ database, log, viewersPerAddress: config.viewersPerAddress })
  const server = createAdaptorServer({ fetch: createApplication(services, features).fetch }) as Server
  server.requestTimeout = 60_000
  server.listen(config.port, config.host)
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => closeGracefully(server, services) }
}

/** No new connections, idle ones closed, followers of boards sent elsewhere; those at work may finish. */
async function closeGracefully(server: Server, services: Services): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  await services.live?.close()
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearTimeout(timer)
}
