import { publicPressPaths } from '../press/finding.ts'
import { StyleguideContent } from '../ui/styleguide.tsx'
import type { Routes } from '../web/env.ts'
import { preferredLocale } from '../web/language.ts'
import { page } from '../web/page.tsx'
import { favicon } from './favicon.ts'
import { AboutView } from './pages/about.tsx'
import { StatusView } from './pages/status.tsx'
import { HomeView } from './pages/home.tsx'
import { revocationList, rootPem } from './pki.ts'
import { publicPaths, showcase } from './queries.ts'
import { sitemap } from './sitemap.ts'

const HOUR = 'public, max-age=3600'

/** The front page, what Musubi says of itself, and what machines look for at fixed addresses. */
export const siteRoutes: Routes = (app) => {
  app.get('/', (c) => c.redirect(`/${preferredLocale(c)}`, 302))
  app.get('/styleguide', (c) => c.redirect(`/${preferredLocale(c)}/styleguide`, 302))

  // One segment alone could be any file that somebody asks for: only our five are languages.
  app.get('/:locale{(?:ja|en|fr|de|it)}', async (c) => {
    const { t, locale, scope, services } = c.var
    const { origin, demo } = services.config
    const found = await showcase(services.database.db, scope)
    const description = t.site.home.lede
    const structuredData = [
      {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: t.common.product,
        description,
        url: `${origin}/${locale}`,
      },
    ]
    const zone = scope.person?.timeZone ?? null
    const view = <HomeView t={t} locale={locale} zone={zone} showcase={found} demo={demo} />
    return page(c, { title: t.common.product, description, isPublic: true, structuredData }, view)
  })

  app.get('/:locale/about', (c) => {
    const { t, locale, services } = c.var
    const { title, lede: description } = t.site.about
    return page(
      c,
      { title, description, isPublic: true },
      <AboutView t={t} locale={locale} demo={services.config.demo} />,
    )
  })

  app.get('/:locale/status', async (c) => {
    const { t, services } = c.var
    const { database, config, timestamps } = services
    const isReady = (await database.health()).ok
    const status = { isReady, database: database.kind, hasMailServer: config.smtpUrl !== undefined, timestamps }
    return page(c, { title: t.common.footer.status, status: isReady ? 200 : 503 }, <StatusView t={t} status={status} />)
  })

  app.get('/:locale/styleguide', (c) => {
    const { t, locale } = c.var
    return page(c, { title: t.common.footer.styleguide, islands: ['copy-text'] }, <StyleguideContent locale={locale} />)
  })

  app.get('/sitemap.xml', async (c) => {
    const { services, scope } = c.var
    const { db } = services.database
    const pages = await publicPaths(db, scope)
    const releases = await publicPressPaths(db, scope, services.clock.now())
    // What is under embargo or was withdrawn must not live on in a cache.
    const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' }
    const paths = [...pages, ...releases]
    return c.body(sitemap(services.config.origin, paths), 200, headers)
  })

  app.get('/robots.txt', (c) =>
    c.text(`User-agent: *\nAllow: /\n\nSitemap: ${c.var.services.config.origin}/sitemap.xml\n`),
  )

  app.get('/favicon.svg', (c) =>
    c.body(favicon(), 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  )
  // Browsers ask here when a page names no icon.
  app.get('/favicon.ico', (c) => c.redirect('/favicon.svg', 301))

  app.get('/pki/root.pem', async (c) =>
    c.body(await rootPem(c.var.services), 200, { 'content-type': 'application/x-pem-file', 'cache-control': HOUR }),
  )

  app.get('/pki/revoked.crl', async (c) =>
    c.body(new Uint8Array(await revocationList(c.var.services)), 200, {
      'content-type': 'application/pkix-crl',
      'cache-control': HOUR,
    }),
  )
}
