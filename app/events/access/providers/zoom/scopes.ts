/**
 * What we need to be allowed. Each line is one need and the names under which Zoom grants it: accounts get granular names, older ones
 * broad ones, and Zoom may answer with the broad name where the granular one was asked for.
 */
const needs: readonly (readonly string[])[] = [
  ['webinar:write:webinar:admin', 'webinar:write:admin'],
  ['webinar:read:webinar:admin', 'webinar:read:admin'],
  ['webinar:write:registrant:admin', 'webinar:write:admin'],
  ['webinar:write:batch_registrants:admin', 'webinar:write:admin'],
  ['webinar:read:list_registrants:admin', 'webinar:read:admin'],
  ['webinar:update:registrant_status:admin', 'webinar:write:admin'],
  ['webinar:write:panelist:admin', 'webinar:write:admin'],
  ['webinar:read:list_panelists:admin', 'webinar:read:admin'],
]

/** The needs that a token does not meet, each by its first name; empty when it is enough. */
export function missingScopes(granted: string): string[] {
  const names = new Set(granted.split(/[\s,]+/))
  return needs.filter((alternatives) => !alternatives.some((name) => names.has(name))).map(([name = '']) => name)
}
