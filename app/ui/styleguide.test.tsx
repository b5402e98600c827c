import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { locales } from '../language/locales.ts'
import { StyleguidePage } from './styleguide.tsx'

const assets = { css: '/assets/index.css', scripts: ['/assets/copy-text.js'] }
const pages = locales.map((locale) => [locale, String(<StyleguidePage locale={locale} assets={assets} />)] as const)

test.each(pages)('in %s nothing is inline that the security policy would refuse', (_, html) => {
  expect(html).not.toMatch(/\sstyle=/)
  expect(html).not.toMatch(/<style/)
  expect(html).not.toMatch(/\son[a-z]+=/)
  expect([...html.matchAll(/<script(?![^>]* src=)/g)]).toEqual([
    'cord-tied',
    'notice-done',
    'notice-note',
    'status-done',
    'steps-done',
  ])
})
