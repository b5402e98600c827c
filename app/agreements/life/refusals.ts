import type { Catalogue } from '../../platform/i18n/catalogue.ts'

export type LifeRefusal = keyof Catalogue['life']['refusals']

const statuses: Record<LifeRefusal, 403 | 409> = {
  'not-yours': 403,
  'not-in-force': 409,
  'suspended-already': 409,
  'not-suspended': 409,
  'noticed-already': 409,
  'ends-sooner': 409,
  'no-notice': 409,
  'in-effect': 409,
  'renewed-already': 409,
}

export const isLifeRefusal = (code: string): code is LifeRefusal => Object.hasOwn(statuses, code)

export const refusalStatus = (refused: LifeRefusal): 403 | 409 => statuses[refused]

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  return isLifeRefusal(code) ? { status: statuses[code], title: t.life.refusals[code] } : undefined
}
