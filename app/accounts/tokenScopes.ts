import type { Scope } from './scope.ts'

/** Rooms of the API that a token can be made for. */
export const tokenRooms = ['organisations', 'agreements'] as const

/** What a token may do: read or write in one room. Writing does not include reading. */
export const tokenScopes = tokenRooms.flatMap((room) => [`${room}:read`, `${room}:write`] as const)
export type TokenScope = (typeof tokenScopes)[number]

export const isTokenScope = (text: string): text is TokenScope => (tokenScopes as readonly string[]).includes(text)

/** Whether the asker came by a door that lets this through: sessions do, tokens when they were made for it. */
export const permits = (scope: Scope, wanted: TokenScope): boolean =>
  scope.tokenScopes === null || scope.tokenScopes.includes(wanted)

/** What a request to the API needs, from its method and the room it goes to; null where there is no such room (the reference page). */
export function neededScope(method: string, path: string): TokenScope | null {
  const room = tokenRooms.find((name) => path.split('/')[3] === name)
  return room ? `${room}:${['GET', 'HEAD'].includes(method) ? 'read' : 'write'}` : null
}
