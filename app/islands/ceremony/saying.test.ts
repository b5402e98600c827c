import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Moment, sampleBoard } from '../../ceremonies/testing/sampleBoard.ts'
import { sentencesFor } from './saying.ts'

const words = {
  signed: '{name} of {organisation}: {signed} of {required}.',
  ready: '{name} is ready.',
  prevented: '{name} cannot sign.',
  completed: 'Concluded.',
  stage: 'Now: {stage}.',
  paused: 'Paused.',
  resumed: 'On again.',
  aborted: 'Broken off.',
  ended: 'Over.',
  questionsOpen: 'Questions.',
  question: 'Asked.',
  answer: 'Answered.',
}
const named = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].flatMap((number) => [
    [`signatory-${number}`, [`Name ${number}`, `House ${number}`]],
    [`stage-${number}`, [`Stage ${number}`]],
  ]),
)
const say = (before: ReturnType<typeof sampleBoard> | null, now: ReturnType<typeof sampleBoard>) =>
  sentencesFor(before, now, words, named)

test('a signature is told with its name and how many there are, and the last with what it means', () => {
  expect(say(sampleBoard('signing', 2), sampleBoard('signing', 3))).toBe('Name 4 of House 4: 3 of 5. Name 5 is ready.')
  expect(say(sampleBoard('signing', 4), sampleBoard('signing', 5))).toBe('Name 1 of House 1: 5 of 5. Concluded.')
})

test('pause and going on are told, and a stage by its name', () => {
  expect(say(sampleBoard('signing'), sampleBoard('paused'))).toBe('Paused.')
  expect(say(sampleBoard('paused'), sampleBoard('signing'))).toBe('On again.')
  expect(say(sampleBoard('signed'), sampleBoard('photo'))).toBe('Now: Stage 5.')
})

test('a page that was served a moment ago is not told what it shows of everybody, only where things stand', () => {
  expect(say(null, sampleBoard('opening'))).toBe('Now: Stage 2.')
})

const moments: Moment[] = [
  'planned',
  'opening',
  'signing',
  'signed',
  'photo',
  'questions',
  'paused',
  'aborted',
  'ended',
]

test('the same board again says nothing, and no sentence is left with a gap', () => {
  const board = fc
    .tuple(fc.constantFrom(...moments), fc.integer({ min: 0, max: 5 }))
    .map(([moment, signed]) => sampleBoard(moment, signed))
  fc.assert(
    fc.property(board, board, (before, now) => {
      expect(say(now, now)).toBe('')
      expect(say(before, now)).not.toMatch(/[{}]|undefined/)
    }),
  )
})
