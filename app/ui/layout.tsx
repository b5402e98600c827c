import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Locale } from '../language/locales.ts'
import { Wordmark } from './wordmark.tsx'

/** Sentences and words of the frame, already in the page's language; the catalogue's `common` fits. */
export type LayoutWords = {
  product: string
  tagline: string
  skipToContent: string
  language: string
  menu: string
  nav: { label: string }
  footer: { licence: string; api: string; styleguide: string; status: string }
}

export type NavigationEntry = { href: string; label: string; current: boolean }

export type LayoutProps = {
  locale: Locale
  title: string
  description?: string
  /** The address search engines should keep; the entry of `alternates` in the page's language unless told. */
  canonical?: string
  /** The same page in every language; `label` is how the language names itself. */
  alternates: { locale: Locale; href: string; label: string }[]
  nav: NavigationEntry[]
  words: LayoutWords
  /** Sign-in link, or name and sign-out. Shown twice (wide row and folded menu), so without ids. */
  account?: Child
  /** A lasting fact about this installation: a demonstration, the embedded database. */
  banner?: string
  /** What has just happened, one sentence; announced politely. */
  notice?: string
  /** False keeps the page out of search engines. */
  isPublic?: boolean
  /** JSON-LD objects (schema.org) about the page's subject. */
  structuredData?: object[]
  /** What others show beside a link to the page (ogp.me): property → content. */
  openGraph?: Record<string, string>
  /** Feeds that tell when there is more of this. */
  feeds?: { href: string; title: string; type: 'application/atom+xml' | 'application/rss+xml' }[]
  /** Overrides the reader's system. */
  theme?: 'light' | 'dark'
  assets: { css: string; scripts: string[] }
  children?: Child
}

/** A whole page: head, landmarks, navigation, languages. Works without scripts from 320 px up. */
export function Layout(props: LayoutProps) {
  const { locale, words, theme } = props
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={locale} data-theme={theme}>
        <Head {...props} />
        <body>
          <a class="skip-link" href="#content">
            {words.skipToContent}
          </a>
          {props.banner ? (
            <aside class="page-banner">
              <p>{props.banner}</p>
            </aside>
          ) : null}
          <Header {...props} />
          <div role="status">
            {props.notice ? (
              <div class="page-notice">
                <p>{props.notice}</p>
              </div>
            ) : null}
          </div>
          <main class="page-main" id="content" tabindex={-1}>
            {props.children}
          </main>
          <Footer {...props} />
        </body>
      </html>
    </>
  )
}

function Head(props: LayoutProps) {
  const { title, words, description, alternates, assets } = props
  const canonical = props.canonical ?? alternates.find((alternate) => alternate.locale === props.locale)?.href
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === words.product ? title : `${title} – ${words.product}`}</title>
      {description ? <meta name="description" content={description} /> : null}
      {props.isPublic === false ? <meta name="robots" content="noindex" /> : null}
      <meta name="color-scheme" content="light dark" />
      {canonical && props.isPublic !== false ? <link rel="canonical" href={canonical} /> : null}
      {alternates.map((alternate) => (
        <link rel="alternate" hreflang={alternate.locale} href={alternate.href} />
      ))}
      {Object.entries(props.openGraph ?? {}).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      {props.feeds?.map((feed) => (
        <link rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
      ))}
      <link rel="stylesheet" href={assets.css} />
      {assets.scripts.map((source) => (
        <script type="module" src={source}></script>
      ))}
      {props.structuredData?.map((data) => (
        <script type="application/ld+json">{raw(asJsonLd(data))}</script>
      ))}
    </head>
  )
}

/** JSON inside <script> is not escaped by the parser: a `<` could end the element early. */
function asJsonLd(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function Header(props: LayoutProps) {
  const { locale, words, nav, account } = props
  return (
    <header class="page-header">
      <div class="page-utility">
        <Languages {...props} />
        {account ? <div class="page-account">{account}</div> : null}
      </div>
      <div class="page-header-inner">
        <Wordmark href={`/${locale}`} name={words.product} />
        <nav class="page-nav page-nav-wide" aria-label={words.nav.label}>
          <NavigationList nav={nav} />
        </nav>
        <details class="page-menu">
          <summary>{words.menu}</summary>
          <nav class="page-nav" aria-label={words.nav.label}>
            <NavigationList nav={nav} />
          </nav>
          {account ? <div class="page-account">{account}</div> : null}
          <Languages {...props} />
        </details>
      </div>
    </header>
  )
}

function NavigationList({ nav }: { nav: NavigationEntry[] }) {
  return (
    <ul role="list">
      {nav.map((entry) => (
        <li>
          <a href={entry.href} aria-current={entry.current ? 'page' : undefined}>
            {entry.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Languages({ locale, words, alternates }: LayoutProps) {
  return (
    <nav class="page-languages" aria-label={words.language}>
      <ul role="list">
        {alternates.map((alternate) => (
          <li>
            <a
              href={alternate.href}
              hreflang={alternate.locale}
              lang={alternate.locale}
              aria-current={alternate.locale === locale ? 'true' : undefined}
            >
              {alternate.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Footer({ locale, words }: LayoutProps) {
  return (
    <footer class="page-footer">
      <div class="page-footer-inner">
        <div>
          <p>{words.tagline}</p>
          <p class="soft small">{words.footer.licence}</p>
        </div>
        <ul role="list">
          <li>
            <a href="/api/v1">{words.footer.api}</a>
          </li>
          <li>
            <a href={`/${locale}/styleguide`}>{words.footer.styleguide}</a>
          </li>
          <li>
            <a href={`/${locale}/status`}>{words.footer.status}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
