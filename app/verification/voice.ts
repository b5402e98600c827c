import type { Locale } from '../language/locales.ts'
import { timeForReader } from '../language/timesForReader.ts'
import type { Finding } from '../platform/audit/check.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { FileWords, SentenceCode, SignatureWords, Voice } from './sentences.ts'

type Words = Catalogue['verification']

/** Every code of every finding has its sentence: this does not compile otherwise. */
const typedSentences = (words: Words): SignatureWords & FileWords => ({ ...words.signature, ...words.file })

/** The same by code alone: which values go with which code is known where findings are made. */
export const sentencesOf = (words: Words) =>
  typedSentences(words) as unknown as Record<SentenceCode, (values: Record<string, string>) => string>

type SpokenRecord<F> = { [K in Exclude<keyof F, 'found'>]: string }

/** The same for what may be found in an activity record. */
export const recordSentencesOf = (
  words: Words,
): { [K in Finding['found']]: (p: SpokenRecord<Extract<Finding, { found: K }>>) => string } => words.record.findings

/** `zone`: the reader's, where it is known; times are given in UTC too. */
export function voiceOf(words: Words, locale: Locale, zone: string | null): Voice {
  const sentences = sentencesOf(words)
  const numbers = new Intl.NumberFormat(locale)
  return {
    sentence: (code, values) => sentences[code](values),
    date: (value) => timeText(value, locale, zone),
    number: (value) => numbers.format(value),
    reasons: words.invalidReasons,
    parts: words.parts,
  }
}

/** First where the reader is, if that is known, then in UTC. */
export const timeText = (at: Date, locale: Locale, zone: string | null): string =>
  timeForReader({ instant: at.toISOString(), zone: 'UTC' }, { locale, zone }).text

/** What was found in the record, as one sentence. */
export function sayRecord(finding: Finding, words: Words, locale: Locale): string {
  const numbers = new Intl.NumberFormat(locale)
  const values = Object.entries(finding).map(([name, value]) => [
    name,
    typeof value === 'number' ? numbers.format(value) : String(value),
  ])
  const sentence = recordSentencesOf(words)[finding.found] as (values: Record<string, string>) => string
  return sentence(Object.fromEntries(values))
}
