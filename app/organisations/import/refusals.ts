import type { Catalogue } from '../../platform/i18n/catalogue.ts'

export type ImportRefusal = keyof Catalogue['imports']['refusals']

const forbidden: readonly ImportRefusal[] = ['not-yours']
const conflicts: readonly ImportRefusal[] = [
  'list-changed',
  'applied-already',
  'not-applied',
  'undone-already',
  'later-import',
  'edited-since',
]

export const refusalStatus = (refused: ImportRefusal): 403 | 409 | 422 =>
  forbidden.includes(refused) ? 403 : conflicts.includes(refused) ? 409 : 422

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  if (!Object.hasOwn(t.imports.refusals, code)) return undefined
  const refused = code as ImportRefusal
  return { status: refusalStatus(refused), title: t.imports.refusals[refused] }
}
