import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, firstFrames, since } from '../../ceremonies/live/frames.ts'
import type { Board } from '../../ceremonies/board.ts'
import { type Moment, sampleBoard } from '../../ceremonies/testing/sampleBoard.ts'
import { hear } from './hearing.ts'

const moments: Moment[] = ['planned', 'opening', 'signing', 'paused', 'signed', 'photo', 'questions']

/** Events of a stream as a browser takes them apart. */
const eventsIn = (bytes: Buffer) =>
  [...bytes.toString().matchAll(/event: (\w+)\nid: \d+\ndata: (.*)\n/g)].map(([, kind, data = '{}']) => ({
    isWhole: kind !== 'patch',
    news: JSON.parse(data) as Partial<Board>,
  }))

test('whenever a page comes, before its stream or behind it, it knows the whole board as it is at the end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moments), { minLength: 1, maxLength: 8 }), fc.nat(8), (course, arrival) => {
      const boards = course.map((moment, index) => ({ ...sampleBoard(moment), seq: index + 1 }))
      const [first, ...later] = boards
      let frames = firstFrames(first!)
      const sent: Buffer[] = []
      for (const [index, board] of later.entries()) {
        if (index === arrival) sent.push(since(frames, null))
        const step = advance(frames, board)
        frames = step.frames
        if (sent.length > 0) sent.push(step.bytes)
      }
      if (sent.length === 0) sent.push(since(frames, null))
      let known: Board | null = null
      for (const { news, isWhole } of sent.flatMap(eventsIn)) known = hear(known, news, isWhole) ?? known
      expect(known).toEqual(JSON.parse(JSON.stringify(boards.at(-1))))
    }),
  )
})

test('nothing is told twice, and a part begins nothing', () => {
  const board = sampleBoard('signing')
  expect(hear(board, board, true)).toBeNull()
  expect(hear(null, { seq: 9, stages: board.stages }, false)).toBeNull()
})
