import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import type { Env } from './env.ts'

/** Built files carry a hash of their content in their name: a browser may keep them for ever. */
export function assetRoutes(app: Hono<Env>): void {
  app.get('/assets/:file{[\\w.-]+}', async (c, next) => {
    const serve = serveStatic<Env>({
      root: c.var.services.assets.directory,
      rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
      onFound: (_, context) => context.header('Cache-Control', 'public, max-age=31536000, immutable'),
    })
    return serve(c, next)
  })
}
