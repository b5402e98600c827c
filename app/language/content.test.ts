import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contentFor,
  localesIn,
  newContent,
  reviseOriginal,
  stateOfTranslation,
  type TranslatedContent,
  translate,
} from './content.ts'
import { type Locale, locales } from './locales.ts'

const by = (from: number) => ({ from, by: 'person-1', at: '2022-03-22T08:00:00Z' })
const translated = (
  content: TranslatedContent,
  locale: Locale,
  text: string,
  from = content.revision,
): TranslatedContent => {
  const found = translate(content, locale, text, by(from))
  if ('refused' in found) throw new Error(found.refused)
  return found
}

describe('translated content', () => {
  const start = translated(newContent('ja', '相互交流'), 'en', 'Mutual exchange')

  it('knows its original, and who translated what', () => {
    expect(locales.map((locale) => stateOfTranslation(start, locale))).toEqual([
      'original',
      'current',
      'missing',
      'missing',
      'missing',
    ])
    expect(start.translations.en).toEqual({ from: 1, by: 'person-1', at: '2022-03-22T08:00:00Z' })
  })

  it('is stale once the original has changed, until somebody confirms or translates again', () => {
    const revised = reviseOriginal(start, '相互交流・支援')
    expect(stateOfTranslation(revised, 'en')).toBe('stale')
    expect(contentFor(revised, 'en')).toEqual({ text: 'Mutual exchange', locale: 'en', state: 'stale' })
    expect(stateOfTranslation(translated(revised, 'en', 'Mutual exchange'), 'en')).toBe('current')
    expect(localesIn(revised, 'missing')).toEqual(['fr', 'de', 'it'])
  })

  it('does not age by saving the same text', () => {
    expect(reviseOriginal(start, '相互交流')).toBe(start)
  })

  it('is stale from the start when the original moved on during the work', () => {
    const revised = reviseOriginal(start, '相互交流・支援')
    expect(stateOfTranslation(translated(revised, 'fr', 'Échanges', 1), 'fr')).toBe('stale')
  })

  it('calls a text stale of which nobody recorded what it was made from', () => {
    expect(stateOfTranslation({ ...start, translations: {} }, 'en')).toBe('stale')
  })

  it('refuses to translate the original, or from a revision there never was', () => {
    expect(translate(start, 'ja', 'x', by(1))).toEqual({ refused: 'is-the-original' })
    for (const from of [0, 2, 1.5])
      expect(translate(start, 'fr', 'x', by(from))).toEqual({ refused: 'no-such-revision' })
  })

  it('shows a reader their language, else the original, and says which', () => {
    expect(contentFor(start, 'de')).toEqual({ text: '相互交流', locale: 'ja', state: 'original' })
    expect(contentFor(newContent('ja', ''), 'de')).toBeNull()
  })

  it('holds through any history: current exactly when translated from the last revision, and the same after a journey through JSON', () => {
    const step = fc.record({ locale: fc.constantFrom(...locales), text: fc.string({ minLength: 1, maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let content = newContent('ja', 'start')
        const since = new Map<Locale, boolean>()
        for (const { locale, text } of steps) {
          if (locale === 'ja') {
            const changed = content.text.ja !== text
            content = reviseOriginal(content, text)
            if (changed) for (const key of since.keys()) since.set(key, false)
          } else {
            content = translated(content, locale, text)
            since.set(locale, true)
          }
        }
        const stored = JSON.parse(JSON.stringify(content)) as TranslatedContent
        expect(stored).toEqual(content)
        for (const [locale, fresh] of since)
          expect(stateOfTranslation(stored, locale)).toBe(fresh ? 'current' : 'stale')
      }),
    )
  })
})
