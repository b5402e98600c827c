import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeOracle } from '../../../test/oracles/program.ts'
import { type Locale, locales } from '../../language/locales.ts'
import { textOf } from './composed.ts'
import { composeRelease } from './composing.ts'
import { releasePdf } from './pdf.ts'
import { additionsOf, linesOf, slipsOf } from './slips.ts'
import { announcedFacts, connectives } from './testing/announcedFacts.ts'
import { announcement, root } from './testing/announcement.ts'
import { asked, bare, htmlOf, textOfHtml, textOfPdf } from './testing/pages.tsx'

const { example, record } = await announcement()
const releases = Object.fromEntries(locales.map((locale) => [locale, composeRelease(record, locale)]))
const releaseIn = (locale: Locale) => releases[locale]!
const pageIn = (locale: Locale) => textOfHtml(htmlOf(releaseIn(locale)))
const inJapanese = linesOf(releaseIn('ja')).map(textOf).join('\n')
const created = new Date('2022-03-22T00:00:00Z')

const expected = (locale: Locale) =>
  announcedFacts.map((one) => ({ fact: one.fact, text: locale === 'ja' ? (one.ja ?? one.source) : one[locale] }))

/** The facts that a text does not tell. */
const missing = (locale: Locale, text: string) => {
  const told = bare(text)
  return expected(locale).filter((one) => !told.includes(bare(one.text)))
}

const source = await readFile(join(root, '../shared/data/seed/press-release-2022-03-22.ja.txt'), 'utf8').catch(
  () => null,
)
if (source === null) console.warn('The announcement is not at hand: that the facts are all of it is not checked.')

describe.skipIf(source === null)('the facts of the announcement', () => {
  test('are all that it says: struck out, nothing of its text is left', () => {
    let left = bare(source ?? '')
    for (const { fact, source: words } of announcedFacts) {
      expect(left, fact).toContain(bare(words))
      left = left.replace(bare(words), '|')
    }
    for (const word of connectives) left = left.replace(word, '|')
    expect(left.replaceAll('|', '')).toBe('')
  })
})

describe('the release of the announcement', () => {
  test.each(locales)('tells every fact of it on the page in %s', (locale) => {
    expect(missing(locale, pageIn(locale))).toEqual([])
  })

  test('would be found out if a fact were missing', () => {
    const silent = { ...record, organisations: record.organisations.slice(1), marks: [] }
    const text = textOfHtml(htmlOf(composeRelease(silent, 'ja')))
    expect(missing('ja', text).map(({ fact }) => fact)).toEqual([
      'the body behind bioPmed',
      'what bioPmed is specialised in, and where',
      'what bioPmed does',
      'bioPmed’s members',
      'the trademark',
    ])
  })

  test('has the parts of an official paper, in its widths', () => {
    for (const part of [
      '報道関係者各位',
      '令和４年３月２２日\n',
      '公益財団法人神戸医療産業都市推進機構\n理事長　本庶　佑',
      '１．概要',
      '（１）日　時：\n令和４年３月２２日（火）１７：００～１７：４０（日本時間）',
      '相手方：\n（イタリア）bioPmed, CEO　Ms. Alberta Pasquero',
      '当　方：\n公益財団法人神戸医療産業都市推進機構　専務理事　村上　雅義',
      '令和４年３月２２日（火）１２：００（日本時間）までにご連絡ください。',
      '＜取材に関するお問い合わせ先＞',
      'TEL：０７８－３０６－２２３１',
      '※FBRIのロゴは',
    ])
      expect(inJapanese).toContain(part)
    expect(inJapanese.endsWith('以上')).toBe(true)
  })

  test('gives the other side an honorific and its own none', () => {
    expect(inJapanese).not.toMatch(/(?:Ms\.|Mr\.)\s*村上|(?:村上　雅義|本庶　佑|永田|森口)\s*(?:氏|様)/)
    expect(inJapanese.match(/M[rs]s?\. /g)).toHaveLength(4)
    for (const locale of ['en', 'fr', 'de', 'it'] as const)
      expect(pageIn(locale)).not.toMatch(
        /(?:M[rs]\.|Mme|M\.|Frau|Herr|Sig\.(?:ra)?) (?:Masayoshi|Tasuku|Nagata|Moriguchi)/,
      )
  })

  test('has no era outside Japanese, and is set as the language sets it', () => {
    for (const locale of ['en', 'fr', 'de', 'it'] as const) {
      expect(pageIn(locale)).not.toMatch(/令和|Reiwa|[０-９：]/)
      expect(pageIn(locale)).toMatch(/(?:Kobe), 22\.? \p{L}+ 2022 – /u)
    }
    expect(pageIn('fr')).not.toMatch(/(?<=\S) [:;!?»]|« /)
    expect(pageIn('de')).not.toMatch(/ [:;]/)
  })

  test('dials and writes to what it prints', () => {
    const page = htmlOf(releaseIn('ja'))
    expect(page).toContain('<a href="tel:+81783062231">０７８－３０６－２２３１</a>')
    expect(page).toContain('<a href="mailto:kbic-pr@fbri-kobe.org">')
    expect(page).toContain('<time datetime="2022-03-22T17:00+09:00">')
  })

  test('says its embargo, in the form of each language', () => {
    const embargo = { liftsAt: '2022-03-22T08:40:00Z', zone: 'Asia/Tokyo' }
    const status = (locale: Locale) =>
      textOf(composeRelease(record, locale, { embargo }).status ?? []).replaceAll('\u00A0', ' ')
    expect(locales.map(status)).toEqual([
      '報道解禁：令和４年３月２２日（火）１７：４０（日本時間）',
      'Embargoed until Tuesday 22 March 2022, 5:40 p.m. Kobe time (9:40 a.m. CET)',
      'Sous embargo jusqu’au mardi 22 mars 2022, 17 h 40, heure de Kobe (9 h 40, heure d’Europe centrale)',
      'Sperrfrist: Dienstag, 22. März 2022, 17:40 Uhr Ortszeit Kobe (9:40 Uhr MEZ)',
      'Sotto embargo fino a martedì 22 marzo 2022, ore 17.40, ora di Kobe (ore 9.40 CET)',
    ])
    expect(locales.map((locale) => textOf(releaseIn(locale).status ?? []))).toEqual([
      '',
      'For immediate release',
      'Pour diffusion immédiate',
      'Zur sofortigen Veröffentlichung',
      'Per diffusione immediata',
    ])
  })
})

/** What a release must not repeat of each slip; null where only those asked could mend it, so that it is listed as open. */
const notRepeated: Record<string, RegExp | null> = {
  'managing-director': /Direcgtor/,
  hamburg: /ハンブルグ/,
  lyon: /リオン/,
  auvergne: /オーベルニュ/,
  'double-hyphen': /=/,
  gmbh: /GMBH/,
  'organisations-counted-as-people': /245 ?名/,
  'composed-twice': /により構成|から構成/,
  'piemonte-twice': /ピエモンテの地域/,
  'reference-holder': /リファレンスホルダー/,
  'members-of-what-kind': null,
  'no-legal-body': null,
  'no-zone': /１７：４０(?!（日本時間）)/,
  'deadline-without-year-or-zone': /(?<!令和４年)３月２２日|１２：００(?!（日本時間）)/,
  digits: /\d:\d\d/,
  'month-and-day': /\d ?[月日]/,
  four: /4 ?つ/,
  brackets: /BioWin ?\(/,
  'mail-word': /Ｅ－Ｍａｉｌ/,
  telephone: /\d{3}-\d{3}-\d{4}/,
  'companies-spacing': /\d 社/,
  'mou-spacing': /MOU /,
  'foundation-spacing': /公益財団法人[ 　]/,
  enquiries: /取材に関する問い合わせ先/,
}

describe('the slips of the source', () => {
  test.each(example.slips)('$slug is not repeated, and listed with what is written instead', ({ slug }) => {
    const wrong = notRepeated[slug]
    expect(wrong).toBeDefined()
    if (wrong) expect(inJapanese).not.toMatch(wrong)
    const listed = slipsOf(record)[example.slips.findIndex((slip) => slip.slug === slug)]
    if (wrong) expect(inJapanese).toContain(listed?.written)
    expect(listed?.open ?? false).toBe(wrong === null)
    for (const locale of locales) expect(listed?.note.text[locale]).toBeTruthy()
  })

  test('stand in no release', () => {
    for (const locale of locales)
      for (const { note } of record.slips) expect(pageIn(locale)).not.toContain(note.text[locale])
  })

  test('do not hide what the form adds: year and zone', () => {
    expect(additionsOf(releaseIn('ja'))).toEqual([
      { addition: 'zone', text: '（日本時間）', lang: 'ja' },
      { addition: 'year', text: '令和４年３月２２日（火）', lang: 'ja' },
    ])
  })
})

describeOracle(['pdftotext', 'pdfinfo', 'qpdf'], 'the paper of the release', () => {
  const papers = new Map<Locale, Promise<Uint8Array>>()
  const paperIn = (locale: Locale): Promise<Uint8Array> => {
    const paper = papers.get(locale) ?? releasePdf(releaseIn(locale), { created })
    papers.set(locale, paper)
    return paper
  }

  test.each(locales)('tells every fact in %s, on two pages', async (locale) => {
    const pdf = await paperIn(locale)
    expect(missing(locale, textOfPdf(pdf))).toEqual([])
    const facts = asked('pdfinfo', pdf, (file) => [file])
    expect(facts).toMatch(/^Tagged: +yes$/m)
    expect(facts).toMatch(/^Pages: +2$/m)
    expect(facts).toContain(textOf(releaseIn(locale).title))
  })

  test.each(locales)('is PDF/UA-1 with one first heading in %s, and sound', async (locale) => {
    const pdf = await paperIn(locale)
    expect(asked('pdfinfo', pdf, (file) => ['-meta', file])).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(asked('pdfinfo', pdf, (file) => ['-struct', file]).match(/^ *H1 /gm)).toHaveLength(1)
    expect(asked('qpdf', pdf, (file) => ['--check', file])).toContain('No syntax or stream encoding errors found')
  })

  test('repeats no slip either', async () => {
    const paper = textOfPdf(await paperIn('ja'))
    for (const [slug, wrong] of Object.entries(notRepeated))
      // Between Latin and Japanese letters the paper has a quarter of a space, which is read as one.
      if (wrong && !slug.endsWith('-spacing')) expect(paper.replaceAll(/\s/g, '')).not.toMatch(wrong)
  })

  test('is the same bytes for the same release at the same instant', async () => {
    const again = await releasePdf(releaseIn('ja'), { created })
    expect(Buffer.compare(again, await paperIn('ja'))).toBe(0)
  })
})
