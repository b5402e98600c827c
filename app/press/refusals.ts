import type { Catalogue } from '../platform/i18n/catalogue.ts'

type Sentences = Catalogue['press']['refusals']
export type RefusalKey = keyof Sentences

/** What the verbs of this room refuse with. A refusal without a sentence does not compile. */
export type Refusal = { refused: RefusalKey }

const forbidden: readonly RefusalKey[] = ['not-yours', 'not-an-issuer']
const unprocessable: readonly RefusalKey[] = [
  'no-languages',
  'lead-not-an-issuer',
  'no-such-organisation',
  'original-missing',
  'nothing-to-say',
  'no-such-event',
  'no-such-agreement',
  'no-agreement',
  'nothing-changed',
  'reason-missing',
  'no-file',
  'file-too-large',
  'other-file',
  'alternative-missing',
  'no-such-list',
  'nobody-chosen',
  'no-such-file',
]

/** 403: not for you. 422: correct the entry. 409: things are not as the page was told they were. */
export function refusalStatus({ refused }: Refusal): 403 | 409 | 422 {
  if (forbidden.includes(refused)) return 403
  return unprocessable.includes(refused) ? 422 : 409
}

export const refusalSentence = (t: Catalogue, { refused }: Refusal): string => t.press.refusals[refused]

/** For the API: the status and sentence of one of this room's codes; undefined for a code that is not ours. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(t.press.refusals, code)) return undefined
  const refusal = { refused: code as RefusalKey }
  return { status: refusalStatus(refusal), title: refusalSentence(t, refusal) }
}
