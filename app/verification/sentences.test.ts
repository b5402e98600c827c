import { describe, expect, test } from 'vitest'
import { locales } from '../language/locales.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import type { SignatureFinding } from '../signatures/verify/findings.ts'
import { browserWords } from './browserWords.ts'
import { judge } from './judging.ts'
import { fill, say, shown } from './sentences.ts'
import { recordSentencesOf, sentencesOf, voiceOf } from './voice.ts'

describe.each(locales)('%s', (locale) => {
  const words = catalogues[locale].verification

  test('every finding has a sentence of its own, with no gap in it', () => {
    const marked = new Proxy({}, { get: (_, name) => `⟨${String(name)}⟩` }) as Record<string, string>
    const all = Object.entries({ ...sentencesOf(words), ...recordSentencesOf(words) }) as [
      string,
      (values: Record<string, string>) => string,
    ][]
    const sentences = all.map(([, sentence]) => sentence(marked))
    expect(sentences.filter((text) => text.length < 8 || /undefined|\[object|[{}]/.test(text))).toEqual([])
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  test('the browser says what the server says', () => {
    const finding: SignatureFinding = { code: 'certificate.trusted', level: 'holds', root: 'Root {root} $& <b>' }
    const voice = voiceOf(words, locale, null)
    const { sentences } = browserWords(catalogues[locale], locale)
    const inBrowser = {
      ...voice,
      sentence: (code: keyof typeof sentences, values: Record<string, string>) => fill(sentences[code], values),
    }
    expect(say(finding, inBrowser)).toEqual(say(finding, voice))
    expect(say(finding, voice).text).toContain('Root {root} $& <b>')
  })

  test('a time is told where the reader is and in UTC', () => {
    const at = new Date('2022-03-22T08:00:00Z')
    const { text } = say({ code: 'revocation.revoked', level: 'fails', at }, voiceOf(words, locale, 'Asia/Tokyo'))
    expect(text).toContain('17:00')
    expect(text).toMatch(/8:00/)
    expect(text).toContain('UTC')
  })

  test('an encrypted file is named as such', () => {
    const { text } = say(
      { code: 'document.unreadable', level: 'fails', detail: 'an encrypted file' },
      voiceOf(words, locale, null),
    )
    expect(text).toBe(words.file['document.encrypted']())
  })
})

test('text out of a file cannot reorder or break what stands around it', () => {
  expect(shown('Kobe\u202Efdp.exe\n\u0000Ltd')).toBe('Kobefdp.exe Ltd')
  expect(shown('x'.repeat(5000)).length).toBeLessThanOrEqual(200)
})

describe('the verdict', () => {
  const file = (level: 'holds' | 'warns' | 'fails', code: string) =>
    ({ level, signatures: [], findings: [{ code, level }] }) as unknown as Parameters<typeof judge>[0]

  test('is as good as the worst of file and record', () => {
    expect(judge(file('holds', 'approved.unchanged'), { revision: 'newest', isRecordWhole: true })).toEqual({
      level: 'holds',
      reasons: [],
    })
    expect(judge(file('holds', 'approved.unchanged'), { revision: 'newest', isRecordWhole: false })).toEqual({
      level: 'fails',
      reasons: ['record'],
    })
    expect(judge(file('holds', 'approved.unchanged'), { revision: 'earlier', isRecordWhole: true })).toEqual({
      level: 'warns',
      reasons: ['olderRevision'],
    })
  })

  test('says why', () => {
    expect(judge(file('fails', 'approved.changed'), null).reasons).toEqual(['altered'])
    expect(judge(file('fails', 'document.unsigned'), null).reasons).toEqual(['unsigned'])
    expect(judge(file('warns', 'root.demonstration'), null).reasons).toEqual(['trial'])
  })
})
