import { expect, test } from 'vitest'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { Layout, type LayoutProps } from './layout.tsx'

const text = (view: unknown) => String(view)

const page = (more: Partial<LayoutProps> = {}) =>
  text(
    <Layout
      locale="ja"
      title="協定 <一覧>"
      words={catalogues.ja.common}
      nav={[
        { href: '/ja/organisations', label: '団体', current: false },
        { href: '/ja/agreements', label: '協定', current: true },
      ]}
      alternates={[
        { locale: 'ja', href: 'https://example.org/ja/agreements', label: '日本語' },
        { locale: 'en', href: 'https://example.org/en/agreements', label: 'English' },
      ]}
      assets={{ css: '/assets/index.css', scripts: ['/assets/copy-text.js'] }}
      {...more}
    >
      <h1>協定</h1>
    </Layout>,
  )

test('a page says its language, its title and its other languages', () => {
  const html = page()
  expect(html).toMatch(/^<!DOCTYPE html><html lang="ja">/)
  expect(html).toContain('<title>協定 &lt;一覧&gt; – Musubi</title>')
  expect(html).toContain('<link rel="canonical" href="https://example.org/ja/agreements"/>')
  expect(html).toContain('<link rel="alternate" hreflang="en" href="https://example.org/en/agreements"/>')
  expect(html).toContain('hreflang="en" lang="en">English</a>')
})

test('it has the landmarks, and the skip link leads to the content first', () => {
  const html = page()
  expect(html.match(/<main /g)).toHaveLength(1)
  expect(html).toMatch(/<body><a class="skip-link" href="#content">/)
  expect(html).toContain('id="content" tabindex="-1"')
  expect(html).toContain('<a href="/ja/agreements" aria-current="page">協定</a>')
})

test('what has just happened is announced politely, and the place for it is always there', () => {
  expect(page({ notice: '保存しました' })).toMatch(/<div role="status"><div class="page-notice"><p>保存しました/)
  expect(page()).toContain('<div role="status"></div>')
})

test('structured data cannot end its element early', () => {
  const html = page({ structuredData: [{ name: '</script><script>alert(1)' }] })
  expect(html).toContain('{"name":"\\u003c/script>\\u003cscript>alert(1)"}')
})

test('a page that is not public asks search engines to stay away and names no canonical address', () => {
  const html = page({ isPublic: false })
  expect(html).toContain('<meta name="robots" content="noindex"/>')
  expect(html).not.toContain('canonical')
  expect(page({ isPublic: true })).not.toContain('noindex')
})

test('the theme can be set for a page', () => {
  expect(page({ theme: 'dark' })).toContain('<html lang="ja" data-theme="dark">')
})
