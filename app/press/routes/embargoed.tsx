import { z } from 'zod'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { readForm } from '../../web/forms.ts'
import { id } from '../forms.ts'
import { assetsIn } from '../kit/assets.ts'
import { AcceptancePage, StoppedPage } from '../pages/embargoed.tsx'
import { ReleasePage } from '../pages/release.tsx'
import { contentFor } from '../pages/words.ts'
import { acceptEmbargo, previewByToken } from '../previewing.ts'
import { refusalSentence } from '../refusals.ts'
import { addressOf, show } from './asking.tsx'
import { sendKitFile, sendPaper } from './files.ts'

/** A journalist's own address. Opening it tells whose release waits and until when; reading begins with a button. */
export const embargoedRoutes: Routes = (app) => {
  app.get('/:locale/embargoed/:token', (c) => showEmbargoed(c))

  app.post('/:locale/embargoed/:token', async (c) => {
    const { services, scope } = c.var
    const token = c.req.param('token')
    const form = await readForm(c, z.object({ embargo: id }))
    if (!form.ok) return showEmbargoed(c)
    const outcome = await acceptEmbargo(services, scope, token, form.data.embargo)
    if (!('refused' in outcome)) return c.redirect(`/${c.var.locale}/embargoed/${token}`, 303)
    return showEmbargoed(c, { form: refusalSentence(c.var.t, outcome) })
  })

  app.get('/:locale/embargoed/:token/release.pdf', async (c) => {
    const found = await previewByToken(c.var.services, c.var.scope, c.req.param('token'))
    return found?.mayRead ? sendPaper(c, found.release, found.release.newest, true) : errorPage(c, 'notFound')
  })

  app.get('/:locale/embargoed/:token/kit/:asset', async (c) => {
    const found = await previewByToken(c.var.services, c.var.scope, c.req.param('token'))
    return found?.mayRead ? sendKitFile(c, found.release.newest, true) : errorPage(c, 'notFound')
  })
}

async function showEmbargoed(c: Web, errors?: Record<string, string>): Promise<Response> {
  const { services, scope, t, locale } = c.var
  const token = c.req.param('token') ?? ''
  const found = await previewByToken(services, scope, token)
  if (!found || found.preview.revokedAt) return errorPage(c, 'gone')
  const { release, preview, mayRead } = found
  if (release.lifting) return c.redirect(addressOf(c, release), 303)
  const reader = { t, locale, zone: preview.timeZone }
  if (release.withdrawal)
    return show(c, { title: t.press.acceptance.stopped }, <StoppedPage {...reader} release={release} />)
  if (!mayRead) {
    const view = (
      <AcceptancePage {...reader} {...{ release, token }} name={preview.name} {...(errors ? { errors } : {})} />
    )
    return show(c, { title: t.press.acceptance.title, ...(errors ? { status: 409 as const } : {}) }, view)
  }
  const revision = release.newest
  const assets = await assetsIn(services.database.db, revision.content)
  const below = `/${locale}/embargoed/${token}`
  const data = { release, revision, before: 'as-journalist' as const, assets, below, clippings: [] }
  return show(c, { title: contentFor(revision.content.title, locale).text }, <ReleasePage {...reader} {...data} />)
}
