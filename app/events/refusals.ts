import type { Catalogue } from '../platform/i18n/catalogue.ts'

/** What the verbs of this room refuse with. A refusal without a sentence does not compile. */
export type RefusalKey = keyof Catalogue['events']['refusals']

const forbidden: readonly RefusalKey[] = ['not-yours', 'members-only']
const conflicts: readonly RefusalKey[] = [
  'already-published',
  'already-cancelled',
  'cancelled',
  'over',
  'changed-meanwhile',
  'not-published',
  'not-open-yet',
  'closed',
  'full',
  'affiliation-full',
  'withdrawn',
  'nothing-to-undo',
  'fewer-than-confirmed',
]

/** 403: not for you. 409: things are not as the page was told they were. 422: correct the entry. */
export const refusalStatus = (refused: RefusalKey): 403 | 409 | 422 =>
  forbidden.includes(refused) ? 403 : conflicts.includes(refused) ? 409 : 422

export const refusalSentence = (t: Catalogue, refused: RefusalKey): string => t.events.refusals[refused]

/** A refusal of this room for the API; undefined where the code is another room's. */
export const toldInApi = (t: Catalogue, code: string): { status: number; title: string } | undefined =>
  Object.hasOwn(t.events.refusals, code)
    ? { status: refusalStatus(code as RefusalKey), title: refusalSentence(t, code as RefusalKey) }
    : undefined
