import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { describeOracle, type Program } from '../../../test/oracles/program.ts'
import { exampleDocument as example } from './exampleDocument.ts'
import { plainAgreement as plain, rendered } from './rendered.ts'

const folder = mkdtempSync(join(tmpdir(), 'musubi-document-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (program: Program, ...options: string[]) => spawnSync(program, options, { encoding: 'utf8' })

/** Line ends, spaces and the hyphens of divided words are the page's, not the text's. */
const bare = (text: string) => text.replaceAll(/[\s\u00AD]/g, '')

function saved(pdf: Uint8Array): string {
  const file = join(folder, `${Math.random()}.pdf`)
  writeFileSync(file, pdf)
  return file
}

const textOf = (pdf: Uint8Array, ...options: string[]) => run('pdftotext', ...options, saved(pdf), '-').stdout

/** The text of the left and the right half of each page: `pdftotext` would otherwise read across the columns. */
function columnsOf(pdf: Uint8Array): [string, string] {
  const file = saved(pdf)
  const half = (x: number) => run('pdftotext', '-x', String(x), '-y', '60', '-W', '247', '-H', '715', file, '-').stdout
  return [half(50), half(298)]
}

describeOracle(['pdftotext', 'pdfinfo', 'pdffonts'], 'read by poppler, the paper', () => {
  test('says every clause in both languages', async () => {
    const [left, right] = columnsOf((await rendered(example)).pdf).map(bare)
    for (const clause of example.clauses) {
      expect(left).toContain(bare(`条（${clause.heading.ja}）`))
      for (const paragraph of clause.body.ja?.split('\n') ?? []) expect(left).toContain(bare(paragraph))
      expect(right).toContain(bare(`Article ${clause.number} (${clause.heading.en})`))
      for (const paragraph of clause.body.en?.split('\n') ?? []) expect(right).toContain(bare(paragraph))
    }
  })

  test('keeps what no line could hold in its own column', async () => {
    const [ja, en] = [`甲${'a1'.repeat(90)}`, `see https://musubi.example/${'b2'.repeat(90)}`]
    const clauses = [{ number: 1, heading: { ja: '目的', en: 'Purpose' }, body: { ja, en }, binding: false }]
    const [left, right] = columnsOf((await rendered({ ...example, clauses })).pdf).map(bare)
    expect(left).toContain(bare(ja))
    expect(right).toContain(bare(en))
  })

  test('says the marks of five languages beneath one another', async () => {
    const languages = ['ja', 'en', 'fr', 'de', 'it'] as const
    const inAll = (word: string) => Object.fromEntries(languages.map((language) => [language, `${word} ${language}`]))
    const clauses = [1, 2].map((number) => ({ number, heading: inAll('H'), body: inAll(`B${number}`), binding: false }))
    const { pdf } = await rendered({
      ...example,
      languages: [...languages],
      title: inAll('T'),
      preamble: inAll('P'),
      clauses,
    })
    const text = textOf(pdf)
    for (const heading of [
      '第２条（H ja）',
      'Article 1 (H en)',
      'Article premier (H fr)',
      'Article 2 (H fr)',
      'Artikel 2 (H de)',
      'Articolo 1 (H it)',
    ])
      expect(text).toContain(heading)
    for (const language of languages) expect(text).toContain(`B2 ${language}`)
  })

  test('carries the mark of a demonstration on every page, and only then', async () => {
    const pages = textOf((await rendered(example)).pdf)
      .split('\f')
      .slice(0, -1)
    expect(pages).toHaveLength(4)
    for (const page of pages) expect(page).toMatch(/見本\s+DEMONSTRATION/)
    expect(textOf((await rendered({ ...example, demonstration: null })).pdf)).not.toContain('DEMONSTRATION')
  })

  test('is tagged, titled and speaks of its languages', async () => {
    const file = saved((await rendered(example)).pdf)
    const facts = run('pdfinfo', file).stdout
    expect(facts).toMatch(/^Tagged: +yes$/m)
    expect(facts).toMatch(
      /^Title: +相互交流及び支援に関する覚書 \/ Memorandum of Understanding on Mutual Exchange and Support$/m,
    )
    expect(facts).toMatch(/^CreationDate: .*Mar 22 .*2022/m)
    expect(run('pdfinfo', '-meta', file).stdout).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const structure = run('pdfinfo', '-struct-text', file).stdout
    expect(structure.match(/^ *H1 /gm)).toHaveLength(1)
    // Parties, preamble and nine articles in two languages, and one heading for the signatures.
    expect(structure.match(/^ *H2 /gm)).toHaveLength(23)
    const fonts = run('pdffonts', file).stdout.trim().split('\n').slice(2)
    expect(fonts.every((font) => /NotoSerif/.test(font) && / yes yes yes /.test(font))).toBe(true)
  })

  test('holds names in the letters their bearers use', async () => {
    const native = '髙﨑 𠮷邉濵㈱'
    const latin = 'Győző Łukasiewicz Ђорђевић'
    const signatories = example.signatories.map((signatory) => ({ ...signatory, name: { native, latin } }))
    const text = textOf((await rendered({ ...example, signatories })).pdf, '-f', '4')
    expect(text).toContain(native)
    expect(text).toContain(latin)
  })

  test('prints what looks like markup', async () => {
    const hostile = String.raw`#import "@preview/x:1.0.0": * $x^2$ *a* _b_ @c <d> \ \u{41} // e /* f */ = g ${'`'}#panic()${'`'} ~ -- --- ... [h] ${'"'}`
    const { pdf } = await rendered({ ...plain(hostile), title: { ja: hostile }, reference: hostile })
    expect(bare(textOf(pdf)).split(bare(hostile)).length - 1).toBeGreaterThanOrEqual(3)
  })

  test('lie beside the name they belong to, and nothing is printed in them', async () => {
    const { pdf, fields } = await rendered({ ...example, demonstration: null })
    const file = saved(pdf)
    const within = (page: number, x: number, y: number, width: number, height: number) =>
      run(
        'pdftotext',
        ...['-f', '-l'].flatMap((option) => [option, String(page + 1)]),
        ...['-x', x, '-y', 842 - y - height, '-W', width, '-H', height].map((value) =>
          String(typeof value === 'number' ? Math.round(value) : value),
        ),
        file,
        '-',
      ).stdout.trim()
    for (const [
      at,
      {
        page,
        rect: [x, y, width, height],
      },
    ] of fields.entries()) {
      expect(within(page, x, y, width, height)).toBe('')
      expect(within(page, 50, y - 20, x - 50, height + 20)).toContain(example.signatories[at]?.name.latin)
    }
  })

  test('of letters that the fonts have is on the paper as it was written', async () => {
    const letters = fc.constantFrom(
      ...'#$*_@\\`"\'<>[]{}()=+-/~^&%!?:;,.0189 \nabzÄéłőςЂ　あんア漢字髙第条。、「」（）・ー①１'.split(''),
    )
    const written = fc.string({ unit: letters, minLength: 1, maxLength: 300 }).filter((text) => text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(written, async (body) => {
        // In the order of the page's content: by position, poppler takes what follows a wide space for another column.
        expect(bare(textOf((await rendered(plain(body))).pdf, '-raw'))).toContain(bare(body))
      }),
      { numRuns: 40 },
    )
  })
})

describeOracle(['qpdf'], 'read by qpdf, the paper', () => {
  test('is a well-formed file that knows the language of each passage', async () => {
    const file = saved((await rendered(example)).pdf)
    expect(run('qpdf', '--check', file)).toMatchObject({ status: 0, stderr: '' })
    const objects = run('qpdf', '--qdf', '--object-streams=disable', file, '-').stdout
    expect(objects).toContain('/Lang (ja-JP)')
    expect(objects).toContain('/Lang (en)')
  })
})
