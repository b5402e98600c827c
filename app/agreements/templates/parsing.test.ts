import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgreementMarkdown, parseAgreementMarkdown } from './parsing.ts'

const small = `> For the reader.
> Not part of it.

# A title

Preamble.

## purpose | Purpose

1. First.

(1) Item.

## term | 有効期間

Two years.
`

describe('parseAgreementMarkdown', () => {
  it('reads notice, title, preamble and clauses', () => {
    expect(parseAgreementMarkdown(small)).toEqual({
      notice: 'For the reader.\nNot part of it.',
      title: 'A title',
      preamble: 'Preamble.',
      clauses: [
        { slug: 'purpose', heading: 'Purpose', body: '1. First.\n\n(1) Item.' },
        { slug: 'term', heading: '有効期間', body: 'Two years.' },
      ],
    })
  })

  it('reads the same from Windows line ends and a byte order mark', () => {
    expect(parseAgreementMarkdown(`\uFEFF${small.replaceAll('\n', '\r\n')}`)).toEqual(parseAgreementMarkdown(small))
  })

  it.each([
    ['', 'no-title', 1],
    ['## a | A\n\nText.', 'no-title', 1],
    ['Text.\n# Title', 'text-before-title', 1],
    ['# One\n\n# Two', 'second-title', 3],
    ['# Title\n\nPreamble.', 'no-clauses', 1],
    ['# Title\n\n## no bar\n\nText.', 'malformed-clause-heading', 3],
    ['# Title\n\n## Purpose | Purpose\n\nText.', 'malformed-clause-heading', 3],
    ['# Title\n\n### a | A\n\nText.', 'malformed-clause-heading', 3],
    ['# Title\n\n## a | A\n\nText.\n\n## a | B\n\nText.', 'same-slug-twice', 7],
    ['# Title\n\n## a | A\n\n## b | B\n\nText.', 'empty-clause', 3],
  ])('refuses %j: %s at line %i', (markdown, refused, line) => {
    expect(parseAgreementMarkdown(markdown)).toEqual({ refused, line })
  })

  it('reads back whatever was written in its form', () => {
    fc.assert(
      fc.property(anyAgreement, (agreement) => {
        expect(parseAgreementMarkdown(written(agreement))).toEqual(agreement)
      }),
    )
  })

  it('never throws and never loses a line of a clause', () => {
    const lines = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('# T', '## a | A', '## b | B', '> n', '')),
    )
    fc.assert(
      fc.property(lines, (all) => {
        const read = parseAgreementMarkdown(all.join('\n'))
        if ('refused' in read) return
        const text = [read.notice, read.preamble, ...read.clauses.map((clause) => clause.body)].join('\n')
        for (const line of all.map((raw) => raw.trimEnd())) {
          if (line !== '' && !line.startsWith('#') && !line.startsWith('>'))
            for (const part of line.split(/[\r\n]/u)) expect(text).toContain(part.trimEnd())
        }
      }),
    )
  })
})

const word = fc.constantFrom(
  'Party',
  '当事者',
  '２年間',
  'a # b',
  'x | y',
  '> no',
  'Übung',
  '髙﨑𠮷',
  '1. one',
  '(1) item',
  '。',
)
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const body = fc
  .array(
    fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
    { minLength: 1, maxLength: 4 },
  )
  .map((paragraphs) => paragraphs.join('\n\n'))
const clauses = fc.uniqueArray(
  fc.record({ slug: fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}$/), heading: line, body }),
  {
    minLength: 1,
    maxLength: 5,
    selector: ({ slug }) => slug,
  },
)
const anyAgreement: fc.Arbitrary<AgreementMarkdown> = fc.record({
  notice: fc.option(line),
  title: line,
  preamble: fc.oneof(body, fc.constant('')),
  clauses,
})

const written = ({ notice, title, preamble, clauses: all }: AgreementMarkdown): string =>
  [
    ...(notice === null ? [] : [`> ${notice}`]),
    `# ${title}`,
    preamble,
    ...all.map(({ slug, heading, body: text }) => `## ${slug} | ${heading}\n\n${text}`),
  ].join('\n\n')
