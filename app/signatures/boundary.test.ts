import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

const folder = dirname(new URL(import.meta.url).pathname)

/** The files that the checker pulls into a browser, with what each imports. */
function reached(entry: string, seen = new Map<string, string[]>()): Map<string, string[]> {
  if (seen.has(entry)) return seen
  const imports = [...readFileSync(entry, 'utf8').matchAll(/^(?:import|export)(?! type)[^'"]*?from '([^']+)'/gms)].map(
    (found) => found[1]!,
  )
  seen.set(entry, imports)
  for (const path of imports) if (path.startsWith('.')) reached(join(dirname(entry), path), seen)
  return seen
}

it('the checker needs nothing but the web platform, pkijs and asn1js', () => {
  const entries = readdirSync(join(folder, 'verify')).filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  const graph = entries.reduce((seen, file) => reached(join(folder, 'verify', file), seen), new Map<string, string[]>())
  const packages = new Set([...graph.values()].flat().filter((path) => !path.startsWith('.')))
  expect([...packages].toSorted()).toEqual(['asn1js', 'pkijs'])
  for (const file of graph.keys()) {
    expect(relative(folder, file).startsWith('..')).toBe(false)
    expect(readFileSync(file, 'utf8')).not.toMatch(/\bBuffer\b|\bprocess\.|node:/)
  }
})

it('nothing here knows a database, a route or a text for people', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.'),
  )
  for (const file of files) {
    const imports = [...readFileSync(join(folder, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].map((found) =>
      relative(folder, join(folder, dirname(file), found[1]!)),
    )
    expect(imports.filter((path) => path.startsWith('..') && path !== '../platform/clock.ts')).toEqual([])
  }
})
