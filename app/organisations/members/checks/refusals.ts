import type { Catalogue } from '../../../platform/i18n/catalogue.ts'

export type CheckRefusal = keyof Catalogue['profileChecks']['refusals']

const statuses: Record<CheckRefusal, 403 | 404 | 409 | 410> = {
  'not-yours': 403,
  'no-profile': 404,
  'asked-already': 409,
  'no-such-request': 409,
  'nothing-before': 409,
  'link-over': 410,
}

export const refusalStatus = (refused: CheckRefusal): 403 | 404 | 409 | 410 => statuses[refused]

const shared: readonly string[] = ['not-yours', 'no-profile']

/** A refusal of this room as the API tells it; undefined where the code is another room's, or all rooms of members tell it. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (shared.includes(code) || !Object.hasOwn(statuses, code)) return undefined
  const refused = code as CheckRefusal
  return { status: statuses[refused], title: t.profileChecks.refusals[refused] }
}
