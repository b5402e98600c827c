import type { Catalogue } from '../../platform/i18n/catalogue.ts'

const statuses: Record<keyof Catalogue['contacts']['refusals'], 403 | 404 | 409 | 422> = {
  'not-yours': 403,
  'not-there': 404,
  'in-the-future': 422,
  'no-such-agreement': 422,
  'draft-settled': 409,
}

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(statuses, code)) return undefined
  const refused = code as keyof typeof statuses
  return { status: statuses[refused], title: t.contacts.refusals[refused] }
}
