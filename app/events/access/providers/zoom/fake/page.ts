import type { Locale } from '../../../../../language/locales.ts'
import { catalogues } from '../../../../../platform/i18n/catalogue.ts'
import { holderOf } from './visits.ts'
import type { Webinar } from './world.ts'

/** What stands behind a join link of the stand-in: says that it is none of Zoom's, and lets one come and go. */
export function standInPage(webinar: Webinar | undefined, token: string, locale: Locale, isInside: boolean): string {
  const t = catalogues[locale].access.standIn
  const holder = webinar && holderOf(webinar, token)
  const body = holder
    ? `<h1>${escape(webinar.topic)}</h1>
<p>${escape(t.greeting({ name: holder.name }))}</p>
<form method="post"><input type="hidden" name="act" value="${isInside ? 'leave' : 'join'}">
<p>${escape(isInside ? t.inside : t.outside)}</p>
<button>${escape(isInside ? t.leave : t.join)}</button></form>`
    : `<h1>${escape(t.nobody)}</h1>`
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${escape(t.title)}</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:12vh auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem}</style>
</head><body><main><p><strong>${escape(t.title)}</strong>: ${escape(t.says)}</p>
${body}</main></body></html>`
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
