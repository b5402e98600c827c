import { expect, test } from 'vitest'
import { catalogues } from '../app/platform/i18n/catalogue.ts'
import type { Locale } from '../app/language/locales.ts'

type Entry = string | ((...parameters: never[]) => unknown) | { [key: string]: Entry } | readonly Entry[]

/** Every text as its source writes it: a function's template is read, not called, so no placeholder has to be made up. */
function textsOf(entry: Entry): string[] {
  if (typeof entry === 'string') return [entry]
  if (typeof entry === 'function') return entry.toString().match(/(["'`])(?:(?!\1).)*\1/gsu) ?? []
  return Object.values(entry).flatMap((inner: Entry) => textsOf(inner))
}

const offending = (locale: Locale, wrong: RegExp) => textsOf(catalogues[locale]).filter((text) => wrong.test(text))

test('French sets its punctuation off with a space that does not break', () => {
  expect(offending('fr', /(?<=\S) [;:!?»]|« |«(?!\u202F)|(?<!\u202F)»/u)).toEqual([])
})

test('each language quotes in its own marks', () => {
  expect(offending('en', /[„«»「」]/u)).toEqual([])
  expect(offending('de', /[«»「」”]|(?<!„[^“]*)“/u)).toEqual([])
  expect(offending('fr', /[„“”「」]/u)).toEqual([])
  expect(offending('it', /[„“”「」]|« | »/u)).toEqual([])
  expect(offending('ja', /[„“”«»]/u)).toEqual([])
})

test('nobody is shouted at', () => {
  for (const locale of ['ja', 'en', 'de', 'it'] as const) expect(offending(locale, /[!！](?![=])/u)).toEqual([])
})
