import type { Routes } from '../../web/env.ts'
import { hearProvider } from './hearing.ts'

/** Where Zoom tells us what happens. The signature is over the bytes as they came, so they are read as bytes. */
export const webhookRoutes: Routes = (app) => {
  app.post('/webhooks/zoom', async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const outcome = await hearProvider(c.var.services, { body, header: (name) => c.req.header(name) })
    if ('answer' in outcome) return c.json(outcome.answer)
    if ('heard' in outcome) return c.body(null, 204)
    return c.json({ refused: outcome.refused }, outcome.refused === 'unknown' ? 404 : 401)
  })
}
