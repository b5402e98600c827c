import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToDate } from '../../language/dates.ts'
import { mayFollow, needStates, stateOf } from './state.ts'
import { needActs } from './tables.ts'

test('nothing is published but by a review that was its latest step or by a renewal of it, and nothing after its last day', () => {
  const today = '2026-03-01'
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...needActs)), fc.integer({ min: -400, max: 400 }), (wanted, days) => {
      const expiresOn = addToDate(today, { days })
      const taken: (typeof needActs)[number][] = []
      const state = () => stateOf(taken.at(-1) ?? null, expiresOn, today)
      for (const act of wanted) if (mayFollow(state(), act)) taken.push(act)
      if (state() === 'published') {
        expect(taken.filter((act) => act !== 'renewed').at(-1)).toBe('published')
        expect(days).toBeGreaterThanOrEqual(0)
      }
      if (taken.includes('withdrawn')) expect(state()).toBe('withdrawn')
    }),
  )
})

test('from every state but the last a way leads on', () => {
  for (const state of needStates) expect(needActs.some((act) => mayFollow(state, act))).toBe(state !== 'withdrawn')
})
