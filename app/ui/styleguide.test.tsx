import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { locales } from '../language/locales.ts'
import { StyleguidePage } from './styleguide.tsx'

const assets = { css: '/assets/index.css', scripts: ['/assets/copy-text.js'] }
const text = (view: unknown) => String(view)
const pages = locales.map((locale) => [locale, text(<StyleguidePage locale={locale} assets={assets} />)] as const)

test.each(pages)('in %s nothing is inline that the security policy would refuse', (_, html) => {
  expect(html).not.toMatch(/\sstyle=/)
  expect(html).not.toMatch(/<style/)
  expect(html).not.toMatch(/\son[a-z]+=/)
  expect([...html.matchAll(/<script(?![^>]* src=)/g)]).toEqual([])
})

test.each(pages)('in %s ids are unique, and everything that points at one finds it', (_, html) => {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const described = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)]
  const linked = [...html.matchAll(/href="#([^"]+)"/g), ...html.matchAll(/url\(#([^)]+)\)/g)]
  const pointed = [...described, ...linked].flatMap(([, list]) => list!.split(' '))
  expect(pointed.length).toBeGreaterThan(20)
  expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
})

test.each(pages)('in %s there is one first heading, and every table has a caption', (_, html) => {
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html.match(/<table/g)?.length).toBe(html.match(/<caption/g)?.length)
})

test('every class that a part wears is known to a style sheet', () => {
  const css = globSync(join(import.meta.dirname, '../styles/*.css'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const known = new Set([...css.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name]) => name!))
  const worn = new Set(
    pages.flatMap(([, html]) => [...html.matchAll(/class="([^"]+)"/g)].flatMap(([, list]) => list!.split(' '))),
  )
  // States that look like the part itself.
  const plain = ['cord-tied', 'notice-done', 'notice-note', 'status-done', 'steps-done']
  expect([...worn].filter((name) => !known.has(name)).toSorted()).toEqual(plain)
})
