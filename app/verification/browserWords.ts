import type { Locale } from '../language/locales.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { Reason } from './judging.ts'
import type { SentenceCode } from './sentences.ts'
import { sentencesOf } from './voice.ts'

type Words = Catalogue['verification']

/** The sentences as the browser gets them: text with `{name}` where a value belongs. */
export type BrowserWords = {
  locale: Locale
  sentences: Record<SentenceCode, string>
  reasons: Record<Reason, string>
  invalidReasons: Record<string, string>
  parts: Record<string, string>
  trialService: string
  who: Pick<
    Words['who'],
    | 'title'
    | 'none'
    | 'unnamed'
    | 'seal'
    | 'archive'
    | 'signature'
    | 'organisation'
    | 'office'
    | 'at'
    | 'atUnknown'
    | 'stampedBy'
    | 'root'
    | 'findings'
    | 'invalid'
  >
  document: string
  notPdf: string
  empty: string
  browser: Omit<Words['browser'], 'title' | 'body' | 'file' | 'root' | 'submit'>
}

/** Every placeholder stands for itself. */
const itself = new Proxy({}, { get: (_, name) => `{${String(name)}}` }) as Record<string, string>

export function browserWords(t: Catalogue, locale: Locale): BrowserWords {
  const { verification } = t
  const { who, browser, upload } = verification
  const sentences = Object.entries(sentencesOf(verification))
  return {
    locale,
    sentences: Object.fromEntries(
      sentences.map(([code, sentence]) => [code, sentence(itself)]),
    ) as BrowserWords['sentences'],
    reasons: verification.reasons,
    invalidReasons: verification.invalidReasons,
    parts: verification.parts,
    trialService: who.trialService({ service: '{service}' }),
    who,
    document: verification.document.title,
    notPdf: upload.errors.notPdf,
    empty: upload.errors.empty,
    browser,
  }
}
