import type { Catalogue } from '../../platform/i18n/catalogue.ts'

export type RegisterRefusal = keyof Catalogue['register']['refusals']

const statuses: Record<RegisterRefusal, 403 | 422> = {
  'not-yours': 403,
  'too-few-parties': 422,
  'same-party-twice': 422,
  'no-such-organisation': 422,
  'no-such-person': 422,
  'ends-before-it-begins': 422,
  'signed-in-the-future': 422,
  'file-too-large': 422,
  'other-file': 422,
}

const fields: Record<RegisterRefusal, string> = {
  'not-yours': 'form',
  'too-few-parties': 'others',
  'same-party-twice': 'party.2',
  'no-such-organisation': 'party.2',
  'no-such-person': 'responsible',
  'ends-before-it-begins': 'until',
  'signed-in-the-future': 'signedOn',
  'file-too-large': 'scan',
  'other-file': 'scan',
}

export const refusalStatus = (refused: RegisterRefusal): 403 | 422 => statuses[refused]

export const refusalField = (refused: RegisterRefusal): string => fields[refused]

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(statuses, code)) return undefined
  const refused = code as RegisterRefusal
  return { status: statuses[refused], title: t.register.refusals[refused] }
}
