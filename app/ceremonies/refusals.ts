import type { Catalogue } from '../platform/i18n/catalogue.ts'

type Sentences = Catalogue['ceremonies']['refusals']

/** What the verbs of this room refuse with. A refusal without a sentence does not compile. */
export type Refusal = { refused: keyof Sentences }

const fields: Partial<Record<Refusal['refused'], string>> = {
  'without-reason': 'reason',
  empty: 'text',
  'too-long': 'text',
  'by-whom': 'answeredBy',
  'into-what': 'into',
}

const unprocessable = [...Object.keys(fields), 'no-stages', 'out-of-order', 'no-such-person']

/** 403: not for you. 422: correct the entry. 409: things are not as the page was told they were. */
export function refusalStatus({ refused }: Refusal): 403 | 404 | 409 | 422 {
  if (refused === 'not-yours' || refused === 'may-not-ask') return 403
  if (refused === 'no-ceremony' || refused === 'no-event') return 404
  return unprocessable.includes(refused) ? 422 : 409
}

/** At its field if it has one, else above the form. */
export const refusalErrors = (t: Catalogue, { refused }: Refusal): Record<string, string> => ({
  [fields[refused] ?? 'form']: t.ceremonies.refusals[refused],
})
