import type { Catalogue } from '../../platform/i18n/catalogue.ts'

export type UndertakingRefusal = keyof Catalogue['undertakings']['refusals']

const statuses: Record<UndertakingRefusal, 403 | 404 | 409 | 422> = {
  'not-yours': 403,
  'not-there': 404,
  'not-in-force': 409,
  'has-ended': 409,
  'first-due-missing': 422,
  'after-the-end': 422,
  'no-such-person': 422,
  'no-such-day': 422,
  'evidence-missing': 422,
  'no-such-event': 422,
  'file-too-large': 422,
  'other-file': 422,
  'reason-missing': 422,
}

export const refusalStatus = (refused: UndertakingRefusal): 403 | 404 | 409 | 422 => statuses[refused]

/** At which field of a form a refusal is told. */
export const refusalField = (refused: UndertakingRefusal): string =>
  ({
    'first-due-missing': 'firstDue',
    'after-the-end': 'firstDue',
    'no-such-person': 'person',
    'no-such-day': 'dueOn',
    'no-such-event': 'event',
    'file-too-large': 'file',
    'other-file': 'file',
    'reason-missing': 'reason',
  })[refused as string] ?? 'form'

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(statuses, code)) return undefined
  const refused = code as UndertakingRefusal
  return { status: statuses[refused], title: t.undertakings.refusals[refused] }
}
