import type { Catalogue } from '../../platform/i18n/catalogue.ts'

export type ReferralRefusal = keyof Catalogue['referrals']['refusals']

const statuses: Record<ReferralRefusal, 403 | 404 | 409 | 422> = {
  'not-yours': 403,
  'not-there': 404,
  'not-now': 409,
  'no-home': 409,
  'no-such-cluster': 422,
  'same-cluster': 422,
  'no-agreement': 409,
  'no-such-need': 409,
  'reason-missing': 422,
  'words-missing': 422,
  'company-missing': 422,
  'no-such-person': 422,
}

const fields: Partial<Record<ReferralRefusal, string>> = {
  'no-such-cluster': 'cluster',
  'same-cluster': 'cluster',
  'no-agreement': 'cluster',
  'reason-missing': 'reason',
  'words-missing': 'words',
  'company-missing': 'to',
  'no-such-person': 'person',
}

export const refusalStatus = (refused: ReferralRefusal): 403 | 404 | 409 | 422 => statuses[refused]

export const refusalField = (refused: ReferralRefusal): string => fields[refused] ?? 'form'

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(statuses, code)) return undefined
  const refused = code as ReferralRefusal
  return { status: statuses[refused], title: t.referrals.refusals[refused] }
}
