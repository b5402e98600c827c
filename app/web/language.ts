import { getCookie, setCookie } from 'hono/cookie'
import { isLocale, type Locale, locales } from '../language/locales.ts'
import type { Web } from './env.ts'

const COOKIE = 'language'
const YEAR = 365 * 24 * 60 * 60

/** The visitor's language where the address does not say: what they chose last, else what their browser asks for, else English. */
export function preferredLocale(c: Web): Locale {
  const chosen = getCookie(c, COOKIE)
  if (chosen && isLocale(chosen)) return chosen
  return fromAcceptLanguage(c.req.header('accept-language') ?? '') ?? 'en'
}

/** RFC 9110 §12.5.4, as far as five languages need it: primary subtags, ordered by weight. */
export function fromAcceptLanguage(header: string): Locale | undefined {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { language: tag.toLowerCase().split('-')[0] ?? '', quality: weight ? Number(weight.trim().slice(2)) : 1 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language)
    .find(isLocale)
}

/** Remembers the language of the page just read, so that `/` and mails' links open in it. */
export function rememberLocale(c: Web, locale: Locale): void {
  if (getCookie(c, COOKIE) === locale) return
  setCookie(c, COOKIE, locale, { path: '/', maxAge: YEAR, sameSite: 'Lax', httpOnly: true, secure: isSecure(c) })
}

export const isSecure = (c: Web): boolean => c.var.services.config.origin.startsWith('https:')

/** The same page in each language, for `hreflang` and the language switch. */
export function alternatesOf(path: string, origin: string): { locale: Locale; href: string }[] {
  const rest = path.replace(/^\/[a-z]{2}(?=\/|$)/, '')
  return locales.map((locale) => ({ locale, href: `${origin}/${locale}${rest}` }))
}
