import { fold } from './folding.ts'

/** What a list can be narrowed by. Each is a term like any other, so what a part withholds cannot be filtered for either. */
export const facets = ['cluster', 'country', 'kind', 'chain', 'emdn', 'sought', 'certificate'] as const
export type Facet = (typeof facets)[number]

export const facetTerm = (facet: Facet, value: string): string => `=${facet}:${value}`

/** Every profile that is listed at all has this term. */
export const EVERY = '='

/** A certificate's kind as it is compared: `ISO 13485:2016` → `iso-13485`; what follows the number is its edition. */
export const certificateKey = (kind: string): string =>
  fold(kind)
    .replace(/:\s*\d{4}\b.*$/, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

/** A code and all that stand above it: `C010401` → `C`, `C01`, `C0104`, `C010401`. */
export const codePrefixes = (code: string): string[] =>
  Array.from({ length: Math.ceil((code.length + 1) / 2) }, (_, level) => code.slice(0, 1 + level * 2))
