import type { Hono } from 'hono'
import type { Env } from './env.ts'

/** `/healthz`: the process lives. `/readyz`: it can do its work, that is, reach its database. Neither needs a session. */
export function healthRoutes(app: Hono<Env>): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const { database } = c.var.services
    const health = await database.health()
    const body = { status: health.ok ? 'ready' : 'unavailable', database: database.kind }
    return c.json(body, health.ok ? 200 : 503, { 'cache-control': 'no-store' })
  })
}
