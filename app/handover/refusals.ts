import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { HandoverRefusal } from './handingOver.ts'

const statuses: Record<HandoverRefusal['refused'], 403 | 409 | 422> = {
  'not-yours': 403,
  'same-person': 422,
  'not-a-colleague': 422,
  'last-manager': 409,
}

export const refusalStatus = ({ refused }: HandoverRefusal) => statuses[refused]

export const refusalSentence = (t: Catalogue, { refused }: HandoverRefusal): string => t.handover.refusals[refused]

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(statuses, code)) return undefined
  const refused = code as HandoverRefusal['refused']
  return { status: statuses[refused], title: t.handover.refusals[refused] }
}
