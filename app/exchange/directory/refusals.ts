import type { Catalogue } from '../../platform/i18n/catalogue.ts'

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  const sentences: Record<string, string> = t.directory.refusals
  const title = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  return title ? { status: 422, title } : undefined
}
