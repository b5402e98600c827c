import type { Locale } from '../language/locales.ts'

/** What somebody may be, always at one organisation; the operator alone stands above them all. */
export const roles = [
  'operator',
  'manager',
  'coordinator',
  'signatory',
  'member',
  'journalist',
  'programme-officer',
] as const
export type Role = (typeof roles)[number]

export type RoleHeld = { role: Role; organisationId: string | null }

export type SignedIn = {
  personId: string
  name: string
  address: string
  locale: Locale
  timeZone: string
}

declare const admitted: unique symbol

/**
 * Who is asking. Only the gates below make one, and every query demands one: forgetting to ask who is
 * looking does not compile.
 */
export type Scope = {
  readonly [admitted]: true
  readonly person: SignedIn | null
  readonly roles: readonly RoleHeld[]
  readonly via: 'session' | 'token' | 'system' | 'command-line' | 'anonymous'
  /** What a token was made for; null means everything its person may do. */
  readonly tokenScopes: readonly string[] | null
}

type Admission = Omit<Scope, typeof admitted>

/** For the session gate and the token gate (`accounts/session.ts`, `accounts/tokens.ts`) only; lint holds others off. */
export const admit = (admission: Admission): Scope => admission as Scope

/** Somebody of whom nothing is known: sees what is public. */
export const anonymous: Scope = admit({ person: null, roles: [], via: 'anonymous', tokenScopes: null })

/** Jobs and the command line act for the installation itself. */
export const systemScope = (via: 'system' | 'command-line'): Scope =>
  admit({ person: null, roles: [{ role: 'operator', organisationId: null }], via, tokenScopes: null })

export const isOperator = (scope: Scope): boolean => scope.roles.some((held) => held.role === 'operator')

/** Whether the scope holds one of the roles at this organisation. The operator does not act for organisations. */
export const holds = (scope: Scope, organisationId: string, ...wanted: Role[]): boolean =>
  scope.roles.some((held) => held.organisationId === organisationId && wanted.includes(held.role))

/** The organisations at which the scope holds any of the roles (any role at all when none is named). */
export const organisationsOf = (scope: Scope, ...wanted: Role[]): string[] => [
  ...new Set(
    scope.roles
      .filter((held) => wanted.length === 0 || wanted.includes(held.role))
      .flatMap((held) => (held.organisationId ? [held.organisationId] : [])),
  ),
]
