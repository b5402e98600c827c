import type { Scope } from './scope.ts'

/** Rooms of the API that a token can be made for. */
export const tokenRooms = [
  'organisations',
  'agreements',
  'events',
  'ceremonies',
  'press',
  'members',
  'exchange',
  'impact',
] as const
type TokenRoom = (typeof tokenRooms)[number]

/**
 * What a token may do: read or write in one room, or sign. Writing does not include reading, and nothing includes signing: a program that
 * drafts has no business with somebody's consent.
 */
export const tokenScopes = [
  ...tokenRooms.flatMap((room) => [`${room}:read`, `${room}:write`] as const),
  'agreements:sign',
] as const
export type TokenScope = (typeof tokenScopes)[number]

export const isTokenScope = (text: string): text is TokenScope => (tokenScopes as readonly string[]).includes(text)

/** Whether the asker came by a door that lets this through: sessions do, tokens when they were made for it. */
export const permits = (scope: Scope, wanted: TokenScope): boolean =>
  scope.tokenScopes === null || scope.tokenScopes.includes(wanted)

/** What stands below an agreement's address and is done by its signatories in person. */
const signing = ['codes', 'consents', 'signatures']

/** What a request to the API needs, from its method and the room it goes to; null where there is no such room (the reference page). */
export function neededScope(method: string, path: string): TokenScope | null {
  const [, , , first = '', , below = ''] = path.split('/')
  const room = tokenRooms.find((name) => name === roomOf(first))
  if (!room) return null
  if (['GET', 'HEAD'].includes(method)) return `${room}:read`
  return room === 'agreements' && signing.includes(below) ? 'agreements:sign' : `${room}:write`
}

/** Where a path's first part is not its room's own name: templates are what agreements are drafted from, releases are the press room's. */
const roomsOfPaths: Record<string, TokenRoom> = {
  templates: 'agreements',
  register: 'agreements',
  undertakings: 'agreements',
  releases: 'press',
  registrations: 'events',
  imports: 'members',
  duplicates: 'members',
  directory: 'members',
  searches: 'members',
  needs: 'exchange',
  referrals: 'exchange',
  contacts: 'exchange',
  handovers: 'organisations',
  outcomes: 'impact',
  reviews: 'impact',
  followups: 'impact',
  indicators: 'impact',
  reports: 'impact',
}

const roomOf = (first: string) => roomsOfPaths[first] ?? first
