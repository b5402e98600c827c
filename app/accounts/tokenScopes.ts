import type { Scope } from './scope.ts'

/** Rooms of the API that a token can be made for. */
export const tokenRooms = ['organisations', 'agreements', 'events', 'ceremonies', 'press', 'exchange'] as const

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

/** Templates are what agreements are drafted from, releases are the press room's. */
const roomOf = (first: string) =>
  ({
    templates: 'agreements',
    releases: 'press',
    registrations: 'events',
    contacts: 'exchange',
    handovers: 'organisations',
  })[first] ?? first
