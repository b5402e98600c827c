import { expect, test } from 'vitest'
import { scaledClock, settableClock } from './clock.ts'

test('a scaled clock reads the past afternoon, and runs faster than the wall', () => {
  const wall = settableClock(new Date('2026-11-23T06:00:00Z'))
  const clock = scaledClock({ from: new Date('2022-03-22T08:00:00Z'), speed: 20, since: wall.now() }, wall)
  expect(clock.now()).toEqual(new Date('2022-03-22T08:00:00Z'))
  wall.forward(60_000)
  expect(clock.now()).toEqual(new Date('2022-03-22T08:20:00Z'))
})
