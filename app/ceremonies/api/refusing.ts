import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { type Refusal, refusalStatus } from '../refusals.ts'

/** A refusal of this room as the API tells it; none for a code that is not of this room. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  const sentences = t.ceremonies.refusals
  if (!Object.hasOwn(sentences, code)) return undefined
  const refused = code as Refusal['refused']
  return { status: refusalStatus({ refused }), title: sentences[refused] }
}
