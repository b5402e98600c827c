import type { Child } from 'hono/jsx'
import { isLocale, locales } from '../language/locales.ts'
import { Layout, type LayoutProps } from '../ui/layout.tsx'
import type { Web } from './env.ts'
import { alternatesOf, rememberLocale } from './language.ts'
import { AccountMenu, mainNavigation } from './navigation.tsx'

export type PageFacts = {
  title: string
  description?: string
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503
  /** Islands this page loads, by file name under `app/islands`. */
  islands?: string[]
  /** Public pages may be found by search engines and say so in each language. */
  isPublic?: boolean
  /** JSON-LD objects describing the page's subject (schema.org). */
  structuredData?: object[]
  /** What others show beside a link to it (ogp.me). */
  openGraph?: Record<string, string>
  feeds?: LayoutProps['feeds']
  notice?: string
}

/** How each language names itself in the language switch. */
const ownNames = { ja: '日本語', en: 'English', fr: 'Français', de: 'Deutsch', it: 'Italiano' }

/** Frames a page: layout, navigation, languages, banners. Views below it are pure; everything they show was loaded before. */
export function page(c: Web, facts: PageFacts, content: Child): Response | Promise<Response> {
  const { services, locale, t } = c.var
  const { assets, config, database } = services
  if (isLocale(c.req.path.split('/')[1] ?? '')) rememberLocale(c, locale)
  const alternates = alternatesOf(c.req.path, config.origin)
  c.status(facts.status ?? 200)
  // The same address shows the signed-in their name, and the parties more: a cache in between must not hand that on.
  c.header('Vary', 'Cookie')
  if (!facts.isPublic || c.var.scope.person) c.header('Cache-Control', 'private, no-store')
  return c.html(
    <Layout
      locale={locale}
      title={facts.title}
      {...(facts.description ? { description: facts.description } : {})}
      {...(facts.structuredData ? { structuredData: facts.structuredData } : {})}
      {...(facts.openGraph ? { openGraph: facts.openGraph } : {})}
      {...(facts.feeds ? { feeds: facts.feeds } : {})}
      isPublic={facts.isPublic ?? false}
      alternates={locales.map((other, index) => ({
        locale: other,
        label: ownNames[other],
        href: alternates[index]?.href ?? '/',
      }))}
      nav={mainNavigation(c)}
      account={<AccountMenu t={t} locale={locale} person={c.var.scope.person} path={c.req.path} />}
      {...bannerOf(config.demo, database.kind, t)}
      {...(facts.notice ? { notice: facts.notice } : {})}
      words={{ ...t.common }}
      assets={{ css: assets.css, scripts: (facts.islands ?? []).map(assets.island) }}
    >
      {content}
    </Layout>,
  )
}

function bannerOf(demo: boolean, kind: 'embedded' | 'server', t: Web['var']['t']): { banner?: string } {
  if (demo) return { banner: t.common.demonstrationBanner }
  return kind === 'embedded' ? { banner: t.common.embeddedBanner } : {}
}
