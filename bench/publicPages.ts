import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales } from '../app/language/locales.ts'
import type { Assets } from '../app/web/assets.ts'
import { gzipped, round } from './measuring.ts'

/** What a browser without a cache fetches for one page, gzipped, in bytes. */
export type Weight = {
  /** Below the language: `/agreements/…`; of the language whose HTML is the largest. */
  path: string
  locale: string
  /** HTML and style sheets. */
  text: number
  /** Scripts that run by themselves. */
  script: number
  /** Scripts that are fetched once somebody uses what needs them: the checker of signed files. */
  onDemand: number
}

/** Of HTML and style sheets together, and of scripts (bytes, gzipped). The checker that the verification page fetches on demand stands apart. */
export const budget = { text: 60_000, script: 15_000 }

const MOST_PAGES = 500

/**
 * Follows every link that a stranger finds, from the home page on, in every language, and weighs each page. `dead` are the links that lead
 * nowhere.
 */
export async function weighPublicPages(
  ask: (path: string) => Promise<Response>,
  assets: Assets,
): Promise<{ weights: Weight[]; dead: string[] }> {
  const pages = new Map<string, string>()
  const dead: string[] = []
  const ahead = locales.map((locale) => `/${locale}`)
  for (let path = ahead.pop(); path; path = ahead.pop()) {
    if (pages.has(path)) continue
    if (pages.size === MOST_PAGES) throw new Error(`More than ${MOST_PAGES} public pages: is there an endless list?`)
    const response = await ask(path)
    const html = await pageOf(response)
    if (response.status >= 400) dead.push(path)
    pages.set(path, html)
    if (html) ahead.push(...linksIn(html))
  }
  const weights = [...pages].filter(([, html]) => html).map(([path, html]) => weigh(path, html, assets))
  return { weights: heaviestOfEach(weights), dead }
}

/** Empty for what is no page: a file, or a way to another address. */
async function pageOf(response: Response): Promise<string> {
  const isPage = response.status === 200 && response.headers.get('content-type')?.startsWith('text/html')
  const body = await response.text()
  return isPage ? body : ''
}

/** Addresses of this site in links; links are one language's, so each language is walked by itself. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#?]*)/g)].flatMap(([, path]) => (path ? [path] : []))

function weigh(path: string, html: string, assets: Assets): Weight {
  const styles = [...html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*>/g)].flatMap(([tag]) => namesIn(tag))
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g)].flatMap(([tag]) => namesIn(tag))
  const needed = scriptsBehind(scripts, assets)
  const weightOf = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipped(readFileSync(join(assets.directory, file))), 0)
  const [, locale = '', ...rest] = path.split('/')
  return {
    path: `/${rest.join('/')}`,
    locale,
    text: gzipped(html) + weightOf(styles),
    script: weightOf(needed.atOnce),
    onDemand: weightOf(needed.onDemand),
  }
}

const namesIn = (tag: string): string[] => [...tag.matchAll(/"\/assets\/([^"]+)"/g)].map(([, name = '']) => name)

type Manifest = Record<string, { file: string; imports?: string[]; dynamicImports?: string[] }>

/** The files that scripts import at once, themselves included, and those that they import when asked to. */
function scriptsBehind(files: string[], { directory }: Assets): { atOnce: Set<string>; onDemand: Set<string> } {
  const manifest = JSON.parse(readFileSync(join(directory, '.vite/manifest.json'), 'utf8')) as Manifest
  const closure = (keys: string[], follow: (entry: Manifest[string]) => string[]): Set<string> => {
    const found = new Set<string>()
    const ahead = [...keys]
    for (let key = ahead.pop(); key; key = ahead.pop()) {
      if (found.has(key)) continue
      found.add(key)
      ahead.push(...follow(manifest[key]!))
    }
    return found
  }
  const entries = Object.keys(manifest).filter((key) => files.includes(manifest[key]!.file))
  const atOnce = closure(entries, ({ imports = [] }) => imports)
  const all = closure(entries, ({ imports = [], dynamicImports = [] }) => [...imports, ...dynamicImports])
  const fileOf = (key: string) => manifest[key]!.file
  return {
    atOnce: new Set([...atOnce].map(fileOf)),
    onDemand: new Set([...all].filter((key) => !atOnce.has(key)).map(fileOf)),
  }
}

/** One row a page, in the language in which it is the heaviest. */
function heaviestOfEach(weights: readonly Weight[]): Weight[] {
  const byPath = Map.groupBy(weights, ({ path }) => path)
  return [...byPath.values()]
    .map((same) => same.toSorted((a, b) => b.text - a.text)[0]!)
    .toSorted((a, b) => b.text - a.text)
}

export const weightHead = ['public page (heaviest language)', 'HTML + CSS kB', 'script kB', 'on demand kB']

export const weightRow = ({ path, locale, text, script, onDemand }: Weight): (string | number)[] => [
  `/${locale}${path === '/' ? '' : path}`,
  ...[text, script, onDemand].map((bytes) => round(bytes / 1000, 1)),
]
