import { languageName } from '../../../language/countries.ts'
import { locales } from '../../../language/locales.ts'

const codes = [
  'ja',
  'en',
  'fr',
  'de',
  'it',
  'nl',
  'es',
  'pt',
  'zh',
  'ko',
  'sv',
  'da',
  'pl',
  'cs',
  'fi',
  'no',
  'ru',
  'tr',
  'ar',
  'vi',
  'th',
]

let known: Map<string, string> | undefined

/** ISO 639-1 for a language as lists write it: a code, or a name in one of five languages. Null for what is none of them. */
export function languageOf(text: string): string | null {
  known ??= new Map(
    codes.flatMap((code) => [
      [code, code] as [string, string],
      ...locales.map((locale): [string, string] => [(languageName(code, locale) ?? code).toLowerCase(), code]),
    ]),
  )
  return known.get(text.normalize('NFKC').trim().toLowerCase()) ?? null
}
