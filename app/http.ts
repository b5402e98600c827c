import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
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
  const server = createAdaptorServer({ fetch: createApplication(services, features).fetch }) as Server
  server.requestTimeout = 60_000
  server.listen(services.config.port, services.config.host)
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => closeGracefully(server) }
}

/** No new connections, idle ones closed, those at work may finish. */
async function closeGracefully(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), GRACE)
  await closed
  clearTimeout(timer)
}
