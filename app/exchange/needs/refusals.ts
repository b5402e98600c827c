import type { Catalogue } from '../../platform/i18n/catalogue.ts'

export type NeedRefusal = keyof Catalogue['needs']['refusals']

const statuses: Record<NeedRefusal, 403 | 404 | 409 | 422> = {
  'not-your-member': 403,
  'no-such-need': 404,
  'not-reviewer': 403,
  'not-in-this-state': 409,
  'no-such-match': 404,
  'reason-needed': 422,
  'expiry-passed': 409,
  'reviewed-already': 409,
  'no-such-rival': 422,
  'expiry-out-of-range': 422,
}

export const refusalStatus = (refused: NeedRefusal): 403 | 404 | 409 | 422 => statuses[refused]

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(statuses, code)) return undefined
  const refused = code as NeedRefusal
  return { status: statuses[refused], title: t.needs.refusals[refused] }
}
