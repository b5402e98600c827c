import type { NeedAct } from './tables.ts'

export const needStates = ['entered', 'submitted', 'returned', 'published', 'expired', 'withdrawn'] as const
export type NeedState = (typeof needStates)[number]

/** Where a need stands: its latest step, and for what is published whether its last day is over. Dates are `YYYY-MM-DD`, both in its zone. */
export function stateOf(latest: NeedAct | null, expiresOn: string, today: string): NeedState {
  if (latest === null) return 'entered'
  if (latest === 'published' || latest === 'renewed') return expiresOn < today ? 'expired' : 'published'
  return latest
}

/** From where each step may be taken. */
const from: Record<NeedAct, readonly NeedState[]> = {
  submitted: ['entered', 'returned'],
  published: ['entered', 'submitted', 'returned'],
  returned: ['submitted'],
  renewed: ['published', 'expired'],
  withdrawn: ['entered', 'submitted', 'returned', 'published', 'expired'],
}

export const mayFollow = (state: NeedState, act: NeedAct): boolean => from[act].includes(state)

/** Those steps are the coordinators' of the home cluster; the others are taken by whoever keeps the need. */
export const isReview = (act: NeedAct): boolean => act === 'published' || act === 'returned'
