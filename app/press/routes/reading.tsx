import { organisationsOf } from '../../accounts/scope.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import type { Release } from '../assembling.ts'
import { coverageOf } from '../coverage/reporting.ts'
import { assetsIn } from '../kit/assets.ts'
import { correctionOf } from '../history.ts'
import { CorrectionPage } from '../pages/correction.tsx'
import { ReleaseList } from '../pages/list.tsx'
import { pictureOf, structuredDataOf } from '../pages/structuredData.ts'
import { ReleasePage, WithdrawnPage } from '../pages/release.tsx'
import { contentFor, issuerName, listed } from '../pages/words.ts'
import { publicRelease, publicReleases, releasesInWork } from '../queries.ts'
import { ownReleaseOf, readerOf, show } from './asking.tsx'

/** What everybody reads, and what its makers see of it before. */
export const readingRoutes: Routes = (app) => {
  app.get('/:locale/releases', async (c) => {
    const { services, scope, t } = c.var
    const { db } = services.database
    const now = services.clock.now()
    const data = {
      releases: await publicReleases(db, scope, now),
      inWork: await releasesInWork(db, scope, now),
      mayDraft: organisationsOf(scope, 'coordinator', 'manager').length > 0,
    }
    const { title, intro } = t.press.list
    return show(
      c,
      { title, description: intro, isPublic: true, feeds: feedsOf(c) },
      <ReleaseList {...readerOf(c)} {...data} />,
    )
  })

  app.get('/:locale/releases/:slug', async (c) => {
    const { services, scope } = c.var
    const now = services.clock.now()
    const release = await publicRelease(services.database.db, scope, c.req.param('slug'), now)
    if (release) return showPublic(c, release)
    const own = await ownReleaseOf(c)
    return own ? showBefore(c, own) : errorPage(c, 'notFound')
  })

  app.get('/:locale/releases/:slug/corrections/:revision', async (c) => {
    const { services, scope } = c.var
    const { db } = services.database
    const release = await publicRelease(db, scope, c.req.param('slug'), services.clock.now())
    const shown = release && (await correctionOf(db, release, Number(c.req.param('revision'))))
    if (!shown) return errorPage(c, 'notFound')
    const title = contentFor(shown.after.title, c.var.locale).text
    const facts = { title: c.var.t.press.corrections.of({ title }), isPublic: true }
    return show(c, facts, <CorrectionPage {...readerOf(c)} release={release} {...shown} />)
  })
}

async function showPublic(c: Web, release: Release): Promise<Response> {
  const { t, locale } = c.var
  if (!release.shown) {
    const view = <WithdrawnPage {...readerOf(c)} release={release} />
    return show(c, { title: t.press.withdrawn.title, status: 410 }, view)
  }
  const assets = await assetsIn(c.var.services.database.db, release.shown.content)
  const title = contentFor(release.shown.content.title, locale).text
  const issuers = listed(
    release.issuers.map((issuer) => issuerName(issuer, locale)),
    locale,
  )
  const { origin } = c.var.services.config
  const description = t.press.release.description({ title, issuers })
  const picture = pictureOf(assets)
  const facts = {
    title,
    description,
    isPublic: true,
    structuredData: structuredDataOf(release, release.shown, assets, origin, locale),
    openGraph: {
      'og:type': 'article',
      'og:title': title,
      'og:description': description,
      'og:url': `${origin}/${locale}/releases/${release.slug}`,
      'og:site_name': t.common.product,
      'og:locale': locale,
      ...(release.lifting ? { 'article:published_time': release.lifting.at.toISOString() } : {}),
      ...(picture ? { 'og:image': `${origin}/${locale}/releases/${release.slug}/kit/${picture.id}` } : {}),
    },
    feeds: feedsOf(c),
  }
  const clippings = await coverageOf(c.var.services.database.db, release.id, false)
  const data = { release, revision: release.shown, before: null, assets, clippings }
  return show(c, facts, <ReleasePage {...readerOf(c)} {...data} />)
}

/** Where programs that follow the releases look. */
export const feedsOf = (c: Web, below = '') => {
  const { list } = c.var.t.press
  const base = `${c.var.services.config.origin}/${c.var.locale}${below}/releases`
  return [
    { href: `${base}.atom`, title: `${list.title} (Atom)`, type: 'application/atom+xml' as const },
    { href: `${base}.rss`, title: `${list.title} (RSS)`, type: 'application/rss+xml' as const },
  ]
}

async function showBefore(c: Web, release: Release): Promise<Response> {
  const title = contentFor(release.newest.content.title, c.var.locale).text
  const assets = await assetsIn(c.var.services.database.db, release.newest.content)
  const data = { release, revision: release.newest, before: 'as-issuer' as const, assets, clippings: [] }
  return show(c, { title }, <ReleasePage {...readerOf(c)} {...data} />)
}
