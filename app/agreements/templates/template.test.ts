import { beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../language/locales.ts'
import { fillTemplate, type Filled, type Filling, placeholdersIn } from './filling.ts'
import { partiesInWords } from './naming.ts'
import { readTemplate, type Template, templateNames } from './reading.ts'
import { placeholderNames } from './schema.ts'
import { shapeOf } from './shape.ts'

const root = process.cwd()
const quoted: Record<Locale, RegExp> = {
  ja: /「(.+?)」/gu,
  en: /“(.+?)”/gu,
  fr: /« (.+?) »/gu,
  de: /„(.+?)“/gu,
  it: /«(.+?)»/gu,
}

const kobe = { name: { ja: '神戸機構', en: 'Kobe Foundation' } }
const member = (name: string) => ({ name: { en: name }, alliance: { name: { en: 'MAGIA' } } })
const filling: Filling = {
  languages: locales,
  parties: [kobe, member('Alpha'), member('Beta'), member('Gamma')],
  field: {
    ja: '医療機器',
    en: 'medical devices',
    fr: 'des dispositifs médicaux',
    de: 'der Medizinprodukte',
    it: 'dei dispositivi medici',
  },
  purpose: { ja: '交流する', en: 'to exchange', fr: 'd’échanger', de: 'der Austausch', it: 'scambiare' },
  termMonths: 24,
  noticeMonths: 3,
  secrecyMonths: 36,
}

describe.each(templateNames)('template %s', (name) => {
  let template: Template
  beforeAll(async () => {
    template = await readTemplate(root, name)
  })

  it('numbers its paragraphs alike in every language', () => {
    for (const locale of locales) {
      expect(shapeOf(template.preamble[locale])).toEqual(shapeOf(template.preamble.en))
      for (const { slug, texts } of template.clauses)
        expect([slug, ...shapeOf(texts[locale].body)]).toEqual([slug, ...shapeOf(texts.en.body)])
    }
  })

  it('has the same placeholders clause by clause, and documents each once', () => {
    for (const locale of locales) {
      for (const { texts } of template.clauses)
        expect(placeholdersIn(texts[locale].body)).toEqual(placeholdersIn(texts.en.body))
    }
    const used = (locale: Locale) =>
      placeholdersIn(
        [
          template.title[locale],
          template.preamble[locale],
          ...template.clauses.map(({ texts }) => texts[locale].body),
        ].join('\n'),
      )
    for (const locale of locales) expect(new Set(used(locale))).toEqual(new Set(placeholderNames))
    expect(template.placeholders.map((placeholder) => placeholder.name).toSorted()).toEqual(
      [...placeholderNames].toSorted(),
    )
  })

  it('names exactly the binding clauses where it says what binds', () => {
    for (const locale of locales) {
      const first =
        template.clauses.find(({ slug }) => slug === 'legal-effect')?.texts[locale].body.split('\n\n')[0] ?? ''
      const named = [...first.matchAll(quoted[locale])].map((match) => match[1])
      expect(named).toEqual(template.clauses.filter(({ binding }) => binding).map(({ texts }) => texts[locale].heading))
    }
  })

  it('quotes no heading that it does not have', () => {
    for (const locale of locales) {
      const contact = template.clauses.find(({ slug }) => slug === 'contacts')?.texts[locale].heading ?? 'none'
      expect(template.clauses.find(({ slug }) => slug === 'parties')?.texts[locale].body).toContain(contact)
    }
  })

  it('leaves no gap when filled', () => {
    const filled = fillTemplate(template, filling)
    if ('refused' in filled) throw new Error(JSON.stringify(filled))
    expect(JSON.stringify(filled)).not.toMatch(/\{\{|undefined|null/)
    expect(bodyOf(filled, 'term', 'en')).toContain('remains in effect for two years from that day')
    expect(bodyOf(filled, 'term', 'de')).toContain('Frist hierfür: drei Monate.')
    expect(bodyOf(filled, 'term', 'ja')).toContain('その日から２年間効力を有する')
    expect(bodyOf(filled, 'confidentiality', 'fr')).toContain('pendant trois ans après')
    expect(bodyOf(filled, 'languages', 'it')).toContain('giapponese, inglese, francese, tedesco e italiano.')
    expect(filled.title.ja).toBe('医療機器分野における相互交流及び相互支援に関する覚書')
  })

  it('fills only the languages of the agreement, and refuses a value that is missing in one of them', () => {
    const japaneseAndEnglish = { ...filling, languages: ['ja', 'en'] as const }
    const filled = fillTemplate(template, { ...japaneseAndEnglish, field: { ja: '医療機器', en: 'medical devices' } })
    expect('title' in filled && Object.keys(filled.title)).toEqual(['ja', 'en'])
    expect(fillTemplate(template, { ...japaneseAndEnglish, field: { en: 'medical devices', ja: ' ' } })).toEqual({
      refused: 'value-missing',
      placeholder: 'field',
      language: 'ja',
    })
  })

  it('does not read placeholders in what the drafter wrote', () => {
    const filled = fillTemplate(template, {
      ...filling,
      purpose: { ...filling.purpose, en: 'to keep {{field}} and $& as written' },
    })
    if ('refused' in filled) throw new Error(JSON.stringify(filled))
    expect(bodyOf(filled, 'purpose', 'en')).toContain('to keep {{field}} and $& as written')
  })
})

const bodyOf = (filled: Filled, slug: string, locale: Locale): string | undefined =>
  filled.clauses.find((clause) => clause.slug === slug)?.texts[locale]?.body

describe('partiesInWords', () => {
  it('names an alliance with its members', () => {
    expect(partiesInWords(filling.parties, 'en')).toBe(
      'Kobe Foundation, and Alpha, Beta and Gamma (together forming the alliance MAGIA)',
    )
    expect(partiesInWords(filling.parties, 'ja')).toBe('神戸機構並びにMAGIAを構成するAlpha、Beta及びGamma')
    expect(partiesInWords(filling.parties, 'fr')).toBe(
      'Kobe Foundation ainsi que Alpha, Beta et Gamma (formant ensemble l’alliance MAGIA)',
    )
  })

  it('lists parties that stand alone', () => {
    expect(partiesInWords([kobe, { name: { en: 'Alpha' } }], 'ja')).toBe('神戸機構及びAlpha')
    expect(partiesInWords([kobe, { name: { en: 'Alpha' } }, { name: { en: 'Beta' } }], 'en')).toBe(
      'Kobe Foundation, Alpha and Beta',
    )
  })
})
