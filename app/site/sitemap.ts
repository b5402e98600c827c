import { locales } from '../language/locales.ts'

/** Sitemap 0.9 with the other languages of each page (https://www.sitemaps.org/protocol.html). `paths` begin with / or are empty. */
export function sitemap(origin: string, paths: readonly string[]): string {
  const entries = paths.flatMap((path) => {
    const alternates = locales
      .map(
        (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${escape(`${origin}/${locale}${path}`)}"/>`,
      )
      .join('')
    return locales.map((locale) => `<url><loc>${escape(`${origin}/${locale}${path}`)}</loc>${alternates}</url>`)
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>\n',
  ].join('\n')
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
