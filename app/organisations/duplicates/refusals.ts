import type { Catalogue } from '../../platform/i18n/catalogue.ts'

export type DuplicateRefusal = keyof Catalogue['duplicates']['refusals']

const statuses: Record<DuplicateRefusal, 403 | 404 | 409> = {
  'no-such-pair': 404,
  'decided-already': 409,
  'not-decided': 409,
  'gone-meanwhile': 409,
  'not-both-yours': 403,
  'in-use': 409,
  'merged-since': 409,
}

export const refusalStatus = (refused: DuplicateRefusal): 403 | 404 | 409 => statuses[refused]

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(statuses, code)) return undefined
  const refused = code as DuplicateRefusal
  return { status: statuses[refused], title: t.duplicates.refusals[refused] }
}
