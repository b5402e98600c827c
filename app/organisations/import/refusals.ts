import type { Catalogue } from '../../platform/i18n/catalogue.ts'

/** A refusal of this room as the API tells it; undefined where the code is another room's. */
export const toldInApi = (_t: Catalogue, _code: string): { status: number; title: string } | undefined => undefined
