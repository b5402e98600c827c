import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { isTextRefusal, type TextRefusal } from './unsuitable.ts'

type Sentences = Catalogue['signing']['refusals']
export type RefusalKey = keyof Sentences

/** What the verbs of this room refuse with. A refusal without a sentence does not compile. */
export type Refusal = { refused: Exclude<RefusalKey, 'unsuitable-text'> } | TextRefusal

const forbidden: readonly RefusalKey[] = ['not-yours', 'not-a-signatory', 'not-a-party']
const unprocessable: readonly RefusalKey[] = [
  'unsuitable-text',
  'nothing-changed',
  'wrong-code',
  'place-taken',
  'too-few-parties',
  'same-party-twice',
  'lead-not-a-party',
  'no-languages',
  'no-such-person',
  'no-such-organisation',
  'no-such-alliance',
]

/** 403: not for you. 422: correct the entry. 503: an outside service is away. 409: things are not as the page was told they were. */
export function refusalStatus({ refused }: Refusal): 403 | 409 | 422 | 503 {
  if (forbidden.includes(refused)) return 403
  if (unprocessable.includes(refused)) return 422
  return refused === 'timestamp-unavailable' ? 503 : 409
}

/** The sentence for the page, naming the character where a character is the reason. */
export function refusalSentence(t: Catalogue, refusal: Refusal): string {
  if (!isTextRefusal(refusal)) return t.signing.refusals[refusal.refused]
  const sentence = t.agreements.textRefusals[refusal.because]
  return typeof sentence === 'string' ? sentence : sentence({ codePoint: refusal.codePoint })
}

/** A refusal as errors of a form: at its field if it has one, else above the form. */
export const refusalErrors = (t: Catalogue, refusal: Refusal): Record<string, string> => ({
  [isTextRefusal(refusal) ? refusal.field : 'form']: refusalSentence(t, refusal),
})
