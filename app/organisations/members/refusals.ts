import type { Catalogue } from '../../platform/i18n/catalogue.ts'

export type MemberRefusal = keyof Catalogue['members']['refusals']

const statuses: Record<MemberRefusal, 403 | 404 | 409 | 422> = {
  'not-yours': 403,
  'no-such-cluster': 404,
  'slug-taken': 409,
  'no-profile': 404,
  'changed-meanwhile': 409,
  'unreadable-part': 422,
  'not-a-member': 409,
  'purpose-missing': 422,
  'not-open': 403,
  'third-country': 403,
}

export const refusalStatus = (refused: MemberRefusal): 403 | 404 | 409 | 422 => statuses[refused]

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(statuses, code)) return undefined
  const refused = code as MemberRefusal
  return { status: statuses[refused], title: t.members.refusals[refused] }
}
