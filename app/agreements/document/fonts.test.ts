import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, test } from 'vitest'
import { loadFonts } from './fonts.ts'
import { renameFamily } from './renameFamily.ts'

/** What the typesetter says when it is asked to set a text in one family. */
function warningsFor(family: string): string {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: loadFonts().files }] })
  const outcome = compiler.compile({ mainFileContent: `#set text(font: "${family}", fallback: false)\ntext` })
  return JSON.stringify(outcome.takeWarnings()?.shortDiagnostics ?? [])
}

test('the paper asks only for families that no machine has under that name', () => {
  const template = readFileSync(new URL('agreement.typ', import.meta.url), 'utf8')
  const families = new Set(Array.from(template.matchAll(/"([A-Z]\w+ Serif(?: JP)?)"/g), ([, family]) => family ?? ''))
  expect(families).toEqual(new Set(['Knot Serif', 'Knot Serif JP']))
  for (const family of families) expect(warningsFor(family)).toBe('[]')
  expect(warningsFor('Knot Serif KR')).toContain('unknown font family')
})

test('a family is renamed in a copy, and letter by letter', () => {
  const [font = new Uint8Array()] = loadFonts().files
  const before = Buffer.from(font)
  const renamed = renameFamily(font, 'Knot', 'Abcd')
  expect(Buffer.compare(before, font)).toBe(0)
  expect(renamed.byteLength).toBe(font.byteLength)
  expect(() => renameFamily(font, 'Knot', 'Abc')).toThrow('letter by letter')
  expect(() => renameFamily(new Uint8Array(64), 'a', 'b')).toThrow('no name table')
})
