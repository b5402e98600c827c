import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgreementText, canonicalText, hashText } from './canonical.ts'

const text: AgreementText = {
  reference: '7K3F-9QX2',
  kind: 'memorandum',
  languages: ['ja', 'en'],
  title: { ja: '覚書', en: 'Memorandum' },
  preamble: { ja: '前文', en: 'Preamble' },
  parties: [
    { organisation: 'a', name: { en: 'A' } },
    { organisation: 'b', name: { en: 'B' }, alliance: { name: { en: 'M' } } },
  ],
  clauses: [
    { binding: false, texts: { ja: { heading: '目的', body: 'が' }, en: { heading: 'Purpose', body: 'One.' } } },
    { binding: true, texts: { ja: { heading: '費用', body: '各自' }, en: { heading: 'Costs', body: 'Two.' } } },
  ],
  termMonths: 24,
  noticeMonths: 3,
}

describe('the exact text', () => {
  test('does not depend on the order of keys, nor on how an accent is composed', () => {
    const reordered = { ...text, title: { en: 'Memorandum', ja: '覚書' } }
    expect(hashText(reordered)).toBe(hashText(text))
    const decomposed = structuredClone(text)
    decomposed.clauses[0]!.texts.ja!.body = 'か\u3099'
    expect(hashText(decomposed)).toBe(hashText(text))
  })

  test('says nothing of languages that are not authentic', () => {
    expect(hashText({ ...text, title: { ...text.title, de: 'Memorandum' } })).toBe(hashText(text))
  })

  const changes: ((changed: AgreementText) => void)[] = [
    (changed) => changed.clauses.reverse(),
    (changed) => changed.parties.reverse(),
    (changed) => changed.languages.reverse(),
    (changed) => (changed.termMonths = 25),
    (changed) => (changed.noticeMonths = 4),
    (changed) => (changed.clauses[0]!.binding = true),
    (changed) => (changed.clauses[1]!.texts.en!.body += ' '),
    (changed) => (changed.title.ja = '覚え書き'),
    (changed) => delete changed.parties[1]!.alliance,
    (changed) => (changed.reference = '7K3F-9QX3'),
  ]
  test.each(changes.map((change, index) => [index, change] as const))(
    'changes with every change of substance (%i)',
    (_, change) => {
      const changed = structuredClone(text)
      change(changed)
      expect(hashText(changed)).not.toBe(hashText(text))
    },
  )

  test('two wordings give the same bytes only when they are the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const withBody = (body: string) => ({
          ...text,
          clauses: [{ binding: false, texts: { en: { heading: 'H', body } } }],
        })
        expect(canonicalText(withBody(one)) === canonicalText(withBody(other))).toBe(
          one.normalize('NFC') === other.normalize('NFC'),
        )
      }),
    )
  })
})
