import { valueChainLinks } from '../../organisations/members/profile.ts'
import { certificateKey, type Facet } from '../search/facets.ts'

export const PAGE = 20
const DEEPEST = 50

/** What somebody asks the directory: as typed, and as it is looked for. */
export type Asked = {
  q: string
  entries: Partial<Record<Facet, string>>
  filters: Partial<Record<Facet, string>>
  page: number
}

const readers: Record<Facet, (entry: string) => string | null> = {
  cluster: (entry) => (/^[a-z0-9-]{1,80}$/.test(entry) ? entry : null),
  country: (entry) => countryCode(entry),
  kind: (entry) => (/^[a-z-]{1,40}$/.test(entry) ? entry : null),
  chain: (entry) => valueChainLinks.find((link) => link === entry) ?? null,
  emdn: (entry) => {
    const code = entry.toUpperCase().replaceAll(/[\s.]/g, '')
    return /^[A-Z](\d\d)*$/.test(code) && code.length < 20 ? code : null
  },
  sought: (entry) => countryCode(entry),
  certificate: (entry) => certificateKey(entry).slice(0, 80) || null,
}

const countryCode = (entry: string): string | null => (/^[A-Za-z]{2}$/.test(entry) ? entry.toUpperCase() : null)

/** Reads an address's query; what cannot be a filter finds nothing rather than everything. */
export function readAsked(query: Record<string, string | undefined>): Asked {
  const asked: Asked = { q: (query['q'] ?? '').trim().slice(0, 300), entries: {}, filters: {}, page: 1 }
  for (const [facet, read] of Object.entries(readers) as [Facet, (entry: string) => string | null][]) {
    const entry = query[facet]?.normalize('NFKC').trim()
    if (!entry) continue
    asked.entries[facet] = entry
    asked.filters[facet] = read(entry) ?? '?'
  }
  const page = Number(query['page'] ?? 1)
  if (Number.isInteger(page) && page > 0) asked.page = Math.min(page, DEEPEST)
  return asked
}

/** The address of the same question on another page. */
export function addressOf(asked: Asked, page = 1): string {
  const query = new URLSearchParams({ ...(asked.q ? { q: asked.q } : {}), ...asked.entries })
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `?${text}` : ''
}
