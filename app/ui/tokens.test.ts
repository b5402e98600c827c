import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contrast, readColours, type Theme } from './contrast.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const tokens = read('app/styles/tokens.css')
const colours = readColours(tokens)
const surfaces = ['paper', 'paper-raised', 'paper-sunken']

/** What stands on what. Text needs 4.5, what only has to be seen (edges, shapes, large marks) 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: [ratio: number, inks: string[], grounds: string[]][] = [
  [7, ['ink'], [...surfaces, 'indigo-tint', 'amber-tint', 'land']],
  [4.5, ['ink-soft'], [...surfaces, 'indigo-tint']],
  [4.5, ['indigo', 'indigo-deep'], [...surfaces, 'indigo-tint', 'amber-tint']],
  [4.5, ['on-indigo'], ['indigo', 'indigo-deep']],
  [4.5, ['amber'], [...surfaces, 'amber-tint']],
  [4.5, ['seal'], ['paper', 'paper-raised']],
  [3, ['edge', 'focus'], surfaces],
  [3, ['focus'], ['indigo-tint', 'amber-tint']],
  [3, ['cord-red', 'cord-white-shadow'], ['paper']],
]

const cases = (['light', 'dark'] as Theme[]).flatMap((theme) =>
  pairs.flatMap(([ratio, inks, grounds]) =>
    inks.flatMap((ink) => grounds.map((ground) => ({ theme, ratio, ink, ground }))),
  ),
)

test.each(cases)('$ink on $ground in $theme is at least $ratio to 1', ({ theme, ratio, ink, ground }) => {
  expect(contrast(colours.get(ink)![theme], colours.get(ground)![theme])).toBeGreaterThanOrEqual(ratio)
})

test('black on white is 21 to 1, and a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#223a70', '#223a70')).toBe(1)
})

const COLOUR =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|color-mix|color)\(|:\s*(?:white|black|red|gr[ae]y|orange|blue)\b/i

test('colours stand in tokens.css and nowhere else', () => {
  const styles = globSync('app/styles/*.css', { cwd: root }).filter((path) => !path.endsWith('tokens.css'))
  expect(styles.length).toBeGreaterThan(8)
  expect(styles.filter((path) => COLOUR.test(read(path)))).toEqual([])
  const views = globSync('app/**/*.tsx', { cwd: root }).filter((path) => !path.endsWith('.test.tsx'))
  const painted = /(?:fill|stroke|color|stop-color|flood-color|bgcolor)=(?:"|\{['"`])(?!none|currentColor|url)/
  expect(views.filter((path) => painted.test(read(path)))).toEqual([])
})

test('every custom property that is used is set somewhere, and none is set in vain', () => {
  const all = globSync('app/styles/*.css', { cwd: root }).map(read).join('\n')
  const set = new Set([...all.matchAll(/(--[a-z0-9-]+):/g)].map(([, name]) => name))
  const used = new Set([...all.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name))
  expect([...used].filter((name) => !set.has(name))).toEqual([])
  expect([...set].filter((name) => !used.has(name))).toEqual([])
})

test('sizes of type are those of the Digital Agency', () => {
  const agency = read('node_modules/@digital-go-jp/design-tokens/dist/tokens.css')
  const ours = [...tokens.matchAll(/--text-(\d+): ([\d.]+rem);/g)]
  expect(ours.length).toBeGreaterThan(5)
  for (const [, size, value] of ours) expect(agency).toContain(`--font-size-${size}: ${value};`)
})
