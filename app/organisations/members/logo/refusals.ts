import type { Catalogue } from '../../../platform/i18n/catalogue.ts'

export type LogoRefusalCode = keyof Catalogue['logos']['refusals']

const statuses: Record<LogoRefusalCode, 403 | 404 | 422> = {
  'not-yours': 403,
  'no-profile': 404,
  'not-an-image': 422,
  'image-too-large': 422,
}

export const refusalStatus = (refused: LogoRefusalCode): 403 | 404 | 422 => statuses[refused]

const shared: readonly string[] = ['not-yours', 'no-profile']

/** A refusal of this room as the API tells it; undefined where the code is another room's, or all rooms of members tell it. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (shared.includes(code) || !Object.hasOwn(statuses, code)) return undefined
  const refused = code as LogoRefusalCode
  return { status: statuses[refused], title: t.logos.refusals[refused] }
}
