import type { Web } from '../web/env.ts'
import { errorPage } from '../web/errors.tsx'

/** For somebody who is not signed in: a page leads through signing in and back, a form says that it was not accepted. */
export function signInFirst(c: Web): Response | Promise<Response> {
  if (c.req.method !== 'GET') return errorPage(c, 'signInNeeded')
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`/${c.var.locale}/sign-in?return=${encodeURIComponent(pathname + search)}`, 303)
}
