import { deviceOf } from '../../accounts/device.ts'
import type { Routes, Web } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import { AccessPage, AccessRefusedPage, RevealedPage } from './pages.tsx'
import { type AccessRefusal, lookAtAccess, revealAccess } from './revealing.ts'
import { keepSeat } from './seats.ts'

/** Personal addresses. Reading one does nothing; the button behind it lets in. */
export const personalRoutes: Routes = (app) => {
  app.get('/:locale/j/:token', async (c) => {
    const { services, t, locale } = c.var
    const token = c.req.param('token')
    const opened = await lookAtAccess(services, token)
    if ('refused' in opened) return refuse(c, opened)
    const isOpen = opened.releasesAt === null || services.clock.now() >= opened.releasesAt
    keepOut(c)
    return page(c, { title: t.access.page.title }, <AccessPage {...{ t, locale, token, opened, isOpen }} />)
  })

  app.post('/:locale/j/:token', async (c) => {
    const { services, t, locale } = c.var
    const outcome = await revealAccess(services, c.req.param('token'), deviceOf(c.req.header('user-agent')))
    if ('refused' in outcome) return refuse(c, outcome)
    keepSeat(c, outcome.seatToken)
    keepOut(c)
    const { event, link, isFallback, isPress } = outcome
    return page(
      c,
      { title: t.access.revealed.title },
      <RevealedPage {...{ t, locale, event, link, isFallback, isPress }} />,
    )
  })
}

/** The address must not travel on: neither to the room's server nor into an index. */
function keepOut(c: Web): void {
  // Not no-referrer: browsers then send forms without saying from where, and ours are refused (Origin: null).
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Robots-Tag', 'noindex')
}

function refuse(c: Web, refusal: AccessRefusal): Response | Promise<Response> {
  const { t } = c.var
  const status = refusal.refused === 'too-early' ? 409 : 410
  return page(
    c,
    { title: t.access.refused[refusal.refused].title, status },
    <AccessRefusedPage {...{ t, ...refusal }} />,
  )
}
