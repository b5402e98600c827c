import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locale, locales } from '../../app/language/locales.ts'
import type { Concept } from '../../app/exchange/thesaurus/reading.ts'
import type { SearchedMember } from '../../app/exchange/search/weighing.ts'
import type { FieldGroup, Visibility } from '../../app/organisations/members/profile.ts'

export type Home = { id: string; cluster: string; country: string }

/** A profile in one language, and which concepts each of its parts was made from. */
export type Made = {
  member: SearchedMember
  language: Locale
  about: string[]
  products: string[]
  visibility: Visibility
}

/** Same numbers every run: a linear congruential generator (Numerical Recipes). */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The languages of `said.tsv`, in the order of its columns. */
const columns: readonly Locale[] = ['ja', 'en', 'fr', 'de', 'it']

const usual: Record<Locale, string[]> = {
  ja: '当社 開発 製造 販売 技術 品質 実績 海外 展開 顧客 提案 研究 施設 設備 専門 国内 取引 試作 量産 相談'.split(' '),
  en: 'company develops supplies quality team customers export experience projects solutions network partners'.split(
    ' ',
  ),
  fr: 'entreprise développe fournit qualité équipe clients export expérience projets solutions réseau partenaires'.split(
    ' ',
  ),
  de: 'Unternehmen entwickelt liefert Qualität Team Kunden Export Erfahrung Projekte Lösungen Netzwerk Partner'.split(
    ' ',
  ),
  it: 'azienda sviluppa fornisce qualità squadra clienti export esperienza progetti soluzioni rete partner'.split(' '),
}
const latin =
  'ba be bo ca co da de di fa fe ga go la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi'.split(
    ' ',
  )
const kana = 'アカサタナハマヤラワイキシチニヒミリウクスツヌフムルエケセテネヘメレオコソトノホモヨロ'.split('')

/** What a maker of each of these would say of itself, in a sentence of its own for each language: written without the thesaurus at hand. */
export const said: ReadonlyMap<string, Record<Locale, string>> = new Map(
  readFileSync(join(import.meta.dirname, '../profiles/said.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([concept = '', ...texts]) => [
      concept,
      Object.fromEntries(locales.map((locale) => [locale, texts[columns.indexOf(locale)] ?? ''])) as Record<
        Locale,
        string
      >,
    ]),
)

/** Members of five homes, in five languages: two concepts in one part, one in another, and much else besides. */
export function* makeProfiles(count: number, homes: Home[], concepts: readonly Concept[]): Generator<Made> {
  const next = numbers(20_261_123)
  const one = <T>(list: readonly T[]): T => list[next(list.length)]!
  const invented = (language: Locale) =>
    Array.from({ length: 3 + next(3) }, () => (language === 'ja' ? one(kana) : one(latin))).join('')
  for (let index = 0; index < count; index++) {
    const language = locales[index % locales.length]!
    const home = one(homes)
    const filler = (words: number) =>
      Array.from({ length: words }, () => (next(3) ? one(usual[language]) : invented(language)))
    const say = (ids: Concept[], words: number) => {
      const text = [...filler(words), ...ids.map(({ id, forms }) => said.get(id)?.[language] ?? one(forms[language]))]
      for (let at = text.length - 1; at > 0; at--) {
        const other = next(at + 1)
        ;[text[at], text[other]] = [text[other]!, text[at]!]
      }
      return { original: language, text: { [language]: text.join(language === 'ja' ? '、' : ' ') } }
    }
    const products = [one(concepts), one(concepts)]
    const about = [one(concepts)]
    const visibility = (['public', 'public', 'public', 'partners', 'coordinators'] as const)[next(5)]!
    const product = { name: say(products, 14), emdn: [], jmdn: [], euClass: null, japanClass: null, trl: null }
    const member: SearchedMember = {
      organisationId: idOf(index),
      name: { original: language, text: { [language]: `${invented(language)}${invented(language)}` } },
      kind: 'company',
      country: home.country,
      clusters: [home.cluster],
      homes: [home.id],
      parts: [
        { group: 'about', content: { description: say(about, 24), size: null, founded: null }, visibility: 'public' },
        { group: 'products', content: { items: [product], valueChain: [] }, visibility },
      ],
    }
    yield { member, language, about: about.map(({ id }) => id), products: products.map(({ id }) => id), visibility }
  }
}

const idOf = (index: number): string => `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`

/** Everything that these parts say, as one text: what an engine without rights is given. */
export const textOf = ({ member }: Made, parts: readonly FieldGroup[]): string =>
  member.parts
    .filter(({ group }) => parts.includes(group))
    .flatMap(({ group, content }) =>
      group === 'about'
        ? Object.values(content.description?.text ?? {})
        : group === 'products'
          ? content.items.flatMap(({ name }) => Object.values(name.text))
          : [],
    )
    .join('\n')
