import type { Catalogue } from '../platform/i18n/catalogue.ts'

export type ImpactRefusal = keyof Catalogue['impact']['refusals']

const statuses: Record<ImpactRefusal, 403 | 404 | 409 | 422> = {
  'not-there': 404,
  'not-yours': 403,
  'too-late': 409,
  'outcome-missing': 422,
  'in-the-future': 422,
  'before-introduction': 422,
  'file-too-large': 422,
  'other-file': 422,
  'reason-missing': 422,
}

const fields: Partial<Record<ImpactRefusal, string>> = {
  'outcome-missing': 'outcome',
  'file-too-large': 'file',
  'other-file': 'file',
  'reason-missing': 'reason',
}

export const refusalStatus = (refused: ImpactRefusal): 403 | 404 | 409 | 422 => statuses[refused]

export const refusalField = (refused: ImpactRefusal, day: string): string =>
  refused === 'in-the-future' || refused === 'before-introduction' ? day : (fields[refused] ?? 'form')

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(statuses, code)) return undefined
  const refused = code as ImpactRefusal
  return { status: statuses[refused], title: t.impact.refusals[refused] }
}
