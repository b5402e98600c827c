import { languageName } from '../../language/countries.ts'
import { durationInWords } from '../../language/durations.ts'
import type { Locale } from '../../language/locales.ts'
import type { Translated } from '../../language/translated.ts'
import type { Draft } from '../drafting.ts'
import { languagesInWords, type NamedParty, partiesInWords } from './naming.ts'
import type { Template } from './reading.ts'
import type { PlaceholderName } from './schema.ts'

export type Filling = {
  /** The authentic languages, in their order. */
  languages: readonly Locale[]
  /** In the order of display. */
  parties: readonly NamedParty[]
  field: Translated
  purpose: Translated
  termMonths: number
  noticeMonths: number
  /** How long confidentiality outlives the agreement. */
  secrecyMonths: number
}

export type FillingRefusal = { refused: 'value-missing'; placeholder: string; language: Locale }

/** What a filled template gives to a draft. */
export type Filled = Pick<Draft, 'kind' | 'title' | 'preamble' | 'clauses'>

const PLACEHOLDER = /\{\{\s*([a-z-]+)\s*\}\}/g

/** Writes the values into the template's text, in the agreement's languages. Refuses rather than leave a gap in a contract. */
export function fillTemplate(template: Template, filling: Filling): Filled | FillingRefusal {
  const missing: FillingRefusal[] = []
  const write = (text: string, language: Locale): string => {
    const values = valuesIn(language, filling)
    return text.replace(PLACEHOLDER, (_, name: string) => {
      const value = values[name as PlaceholderName]
      if (!value) missing.push({ refused: 'value-missing', placeholder: name, language })
      return value ?? ''
    })
  }
  const inLanguages = (texts: Record<Locale, string>): Translated =>
    Object.fromEntries(filling.languages.map((language) => [language, write(texts[language], language)]))
  const filled: Filled = {
    kind: template.kind,
    title: inLanguages(template.title),
    preamble: inLanguages(template.preamble),
    clauses: template.clauses.map(({ slug, binding, texts }) => ({
      slug,
      binding,
      texts: Object.fromEntries(
        filling.languages.map((language) => [
          language,
          { heading: write(texts[language].heading, language), body: write(texts[language].body, language) },
        ]),
      ),
    })),
  }
  return missing[0] ?? filled
}

const valuesIn = (language: Locale, filling: Filling): Record<PlaceholderName, string | undefined> => ({
  parties: partiesInWords(filling.parties, language),
  field: filling.field[language]?.trim(),
  purpose: filling.purpose[language]?.trim(),
  term: period(language, filling.termMonths),
  notice: period(language, filling.noticeMonths),
  secrecy: period(language, filling.secrecyMonths),
  languages: languagesInWords(filling.languages, language, (code) => languageName(code, language)),
})

const period = (language: Locale, months: number): string =>
  durationInWords(language, { years: Math.floor(months / 12), months: months % 12 })

/** The placeholders a text still holds. */
export const placeholdersIn = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
