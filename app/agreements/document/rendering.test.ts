import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgreementDocument, DocumentRefusal } from './document.ts'
import { exampleDocument as example } from './exampleDocument.ts'
import { renderAgreement } from './rendering.ts'
import { plainAgreement as plain, rendered } from './rendered.ts'

describe('the paper', () => {
  test('is the same bytes for the same document, and other bytes at another time', async () => {
    const [one, two] = [await rendered(example), await rendered(example)]
    const later = await rendered({ ...example, created: new Date('2022-03-22T08:00:01Z') })
    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0)
    expect(two.sha256).toBe(one.sha256)
    expect(later.sha256).not.toBe(one.sha256)
  })

  test('is the same bytes whatever was set in between', async () => {
    const before = await rendered(example)
    for (let number = 0; number < 12; number++) await rendered(plain(`${number}`))
    expect((await rendered(example)).sha256).toBe(before.sha256)
  })
})

describe('the signature fields', () => {
  const crowd = Array.from({ length: 12 }, (_, at) => ({
    ...example.signatories[at % 5]!,
    field: `sig_p${String(at + 1).padStart(2, '0')}`,
  }))

  test.each([5, 12])(
    'of %i signatories lie apart, inside the pages after the text, in the order of the seats',
    async (many) => {
      const { fields } = await rendered({ ...example, signatories: crowd.slice(0, many) })
      expect(fields.map((field) => field.name)).toEqual(crowd.slice(0, many).map((signatory) => signatory.field))
      for (const {
        page,
        rect: [x, y, width, height],
      } of fields) {
        expect(page).toBeGreaterThanOrEqual(3)
        expect(width).toBeGreaterThanOrEqual(110)
        expect(height).toBeGreaterThanOrEqual(50)
        expect(x).toBeGreaterThan(40)
        expect(y).toBeGreaterThan(60)
        expect(x + width).toBeLessThan(595.28 - 40)
        expect(y + height).toBeLessThan(841.89 - 60)
      }
      for (let at = 1; at < fields.length; at++) {
        const [above, below] = [fields[at - 1]!, fields[at]!]
        // Down the page or onto the next one, never beside or upon the box before.
        expect(below.page > above.page || above.rect[1] >= below.rect[1] + below.rect[3] + 10).toBe(true)
      }
    },
  )
})

describe('the paper is refused', () => {
  const refusalOf = async (document: AgreementDocument): Promise<DocumentRefusal> => {
    const outcome = await renderAgreement(document)
    if (!('refused' in outcome)) throw new Error('It was rendered.')
    return outcome
  }

  test.each([
    ['𓀀', 'U+13000'],
    ['🤝', 'U+1F91D'],
    ['ก', 'U+0E01'],
    ['한', 'U+D55C'],
  ])('for %s, which no font has', async (character, codePoint) => {
    const where = 'clauses[0].body.ja'
    expect(await refusalOf(plain(`まえ${character}あと`))).toEqual({
      refused: 'missing-glyph',
      character,
      codePoint,
      where,
    })
  })

  test('for a form of a character that no font has', async () => {
    const where = 'clauses[0].body.ja'
    expect(await refusalOf(plain('神\u{E01EF}'))).toEqual({
      refused: 'missing-glyph',
      character: '神\u{E01EF}',
      codePoint: 'U+795E U+E01EF',
      where,
    })
    expect(await rendered(plain('葛\u{E0100}城市'))).toHaveProperty('pdf')
  })

  test.each(['\u202E', '\u0000', '\u200B', '\uFEFF', '\u2066', '\uD800', '\uE000'])(
    'for a character that is not seen (%j)',
    async (character) => {
      expect(await refusalOf(plain(`甲${character}乙`))).toMatchObject({ refused: 'invisible-character', character })
    },
  )

  test('where an authentic language is silent', async () => {
    const { title } = example
    expect(await refusalOf({ ...example, languages: ['ja', 'de'] })).toEqual({
      refused: 'missing-text',
      where: 'title.de',
    })
    expect(await refusalOf({ ...example, title: { ...title, en: ' ' } })).toEqual({
      refused: 'missing-text',
      where: 'title.en',
    })
    expect(await refusalOf({ ...example, languages: [] })).toEqual({ refused: 'missing-text', where: 'languages' })
    expect(await refusalOf(plain(''))).toEqual({ refused: 'missing-text', where: 'clauses[0].body.ja' })
  })
})

describe('any text at all', () => {
  test('is either rendered or refused with a character it holds', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    const honest = fc.asyncProperty(anything, anything, async (body, name) => {
      const signatories = example.signatories.map((signatory) => ({
        ...signatory,
        name: { native: name, latin: body },
      }))
      const outcome = await renderAgreement({ ...plain(body), signatories })
      if ('pdf' in outcome) return outcome.fields.length === 5
      return outcome.refused === 'missing-text' || `${body}${name}`.replaceAll(/\s+/g, ' ').includes(outcome.character)
    })
    await expect(fc.assert(honest, { numRuns: 150 })).resolves.toBeUndefined()
  })
})
