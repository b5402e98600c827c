import type { Catalogue } from '../../../platform/i18n/catalogue.ts'

export type ConsentRefusalCode = keyof Catalogue['consents']['refusals']

const statuses: Record<ConsentRefusalCode, 403 | 409 | 422> = {
  'not-yours': 403,
  'no-consent-needed': 422,
  'no-such-consent': 409,
}

export const refusalStatus = (refused: ConsentRefusalCode): 403 | 409 | 422 => statuses[refused]

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (code === 'not-yours' || !Object.hasOwn(statuses, code)) return undefined
  const refused = code as ConsentRefusalCode
  return { status: statuses[refused], title: t.consents.refusals[refused] }
}
