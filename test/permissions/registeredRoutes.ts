import type { Hono } from 'hono'
import type { Env } from '../../app/web/env.ts'

/**
 * Every door of the application, as `METHOD /pattern`, each once. What runs before every request (`use`) is no door: it is registered for all
 * methods below `/*`; anything else registered for all methods is.
 */
export function registeredRoutes(app: Hono<Env>): string[] {
  const doors = app.routes
    .filter(({ method, path }) => !(method === 'ALL' && path === '/*'))
    .map(({ method, path }) => `${method} ${path}`)
  return [...new Set(doors)]
}
