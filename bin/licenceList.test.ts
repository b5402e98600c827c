import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isAllowed, licencePage, type Lock, notAllowed, usedPackages } from './licenceList.ts'

const root = join(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock

test('LICENCES.md is what `npm run licences` writes', () => {
  expect(readFileSync(join(root, 'LICENCES.md'), 'utf8')).toBe(licencePage(usedPackages(lock)))
})

test('every package that runs is under a licence we agreed to', () => {
  expect(notAllowed(usedPackages(lock))).toEqual([])
})

test('what is installed declares the licence that the page names', () => {
  const named = new Set(usedPackages(lock).map(({ name, version, licence }) => `${name} ${version} ${licence}`))
  const others = Object.entries(lock.packages).flatMap(([path, { dev }]) => {
    const manifest = join(root, path, 'package.json')
    if (path === '' || dev || !existsSync(manifest)) return []
    const { name, version, license } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
    const declared = `${name} ${version} ${license}`
    return license === undefined || named.has(declared) ? [] : [declared]
  })
  expect(others).toEqual([])
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND Zlib)', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only', false],
  ['AGPL-3.0-or-later OR SSPL-1.0', false],
  ['MIT OR Apache-2.0 AND GPL-2.0-only', false],
  ['Apache-2.0 WITH LLVM-exception', false],
  ['SEE LICENSE IN LICENSE', false],
  ['UNLICENSED', false],
  ['none', false],
  ['', false],
])('“%s”: %s', (expression, expected) => {
  expect(isAllowed(expression)).toBe(expected)
})

test('a build for another machine stands under the licence of the package it belongs to', () => {
  const whole = { version: '1.0.0', license: 'MIT', optionalDependencies: { 'a-win32': '1.0.0' } }
  const packages = {
    'node_modules/a': whole,
    'node_modules/a-win32': { version: '1.0.0', os: ['win32'] },
    'node_modules/stray-win32': { version: '1.0.0', os: ['win32'] },
  }
  expect(usedPackages({ packages }).map(({ licence }) => licence)).toEqual(['MIT', 'MIT', 'none'])
})

test('tools, ourselves and nested copies are told apart', () => {
  const packages = {
    '': {
      version: '1.0.0',
      license: 'EUPL-1.2',
      dependencies: { b: '2' },
      optionalDependencies: { 'b-linux-x64': '2' },
    },
    'node_modules/b': { version: '2.0.0', license: 'MIT' },
    'node_modules/b-linux-x64': { version: '2.0.0', license: 'MIT', os: ['linux'], cpu: ['x64'] },
    'node_modules/c': { version: '3.0.0' },
    'node_modules/c/node_modules/b': { version: '1.0.0', license: 'ISC' },
    'node_modules/tool': { version: '9.0.0', license: 'GPL-3.0-only', dev: true },
  }
  const used = usedPackages({ packages })
  expect(used.map(({ name, version, kind }) => `${name} ${version} ${kind}`)).toEqual([
    'b 1.0.0 brought-along',
    'b 2.0.0 direct',
    'b-linux-x64 2.0.0 native',
    'c 3.0.0 brought-along',
  ])
  expect(notAllowed(used).map(({ name }) => name)).toEqual(['c'])
})
