import type { World } from './world.ts'

/**
 * Everybody who knocks at every door. Those in the second line hold their role at `ours`, the organisation that leads the world's
 * draft agreement; `partner-…` at `theirs`, its other party; `outside-…` at an organisation that has nothing to do with either.
 */
export const actors = [
  ...(['anonymous', 'stranger', 'operator'] as const),
  ...(['manager', 'coordinator', 'signatory', 'member', 'journalist', 'programme-officer'] as const),
  ...(['partner-manager', 'partner-programme-officer', 'outside-manager', 'outside-programme-officer'] as const),
] as const
export type Actor = (typeof actors)[number]

/**
 * What somebody gets to see. `open`: the page, or the act done, or what to correct in the form; `hidden`: 404, as if there were nothing;
 * `sign-in`: 401, or led to signing in; `forbidden`: 403; `gone`: 410.
 */
export type Answer = 'open' | 'hidden' | 'sign-in' | 'forbidden' | 'gone'

export type Answers = Record<Actor, Answer>

export type Row = {
  answers: Answers
  /** A real address for the route; without it the route must have no parameter but the language. */
  path?: (world: World) => string | Promise<string>
  /** The form to send; an empty one is enough where whoever may not is refused before it is read. */
  form?: Record<string, string> | ((world: World) => Record<string, string>)
  /** Looked at in an installation that is a demonstration. */
  isDemonstration?: true
}

/** By method and pattern, as routes are registered: `GET /:locale/account`. */
export type Permissions = Record<string, Row>

export const everybody = (answer: Answer): Answers =>
  Object.fromEntries(actors.map((actor) => [actor, answer])) as Answers

/** These may; what the others get. */
export const only = (may: readonly Actor[], otherwise: Answer, more: Partial<Answers> = {}): Answers => ({
  ...everybody(otherwise),
  ...Object.fromEntries(may.map((actor) => [actor, 'open' as const])),
  ...more,
})

/** Everybody who is signed in, whatever their roles. */
export const signedIn: Answers = { ...everybody('open'), anonymous: 'sign-in' }

/** Everybody with a role at a party, and the operator: those who read a draft. */
export const readers: readonly Actor[] = [
  ...(['operator', 'manager', 'coordinator', 'signatory', 'member', 'journalist', 'programme-officer'] as const),
  ...(['partner-manager', 'partner-programme-officer'] as const),
]
