import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Board } from '../board.ts'
import { sampleBoard } from '../testing/sampleBoard.ts'
import { advance, firstFrames, since } from './frames.ts'
import { type Pace, pacer } from './pacing.ts'
import { patchBetween, patched } from './patch.ts'

const moments = ['planned', 'opening', 'signing', 'signed', 'photo', 'questions', 'paused', 'aborted', 'ended'] as const

/** Boards with growing numbers, as a ceremony would show them one after another. */
const afternoons = fc
  .array(
    fc.record({ moment: fc.constantFrom(...moments), signed: fc.nat(5), further: fc.integer({ min: 1, max: 4 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => {
    let seq = 0
    return parts.map(({ moment, signed, further }) => ({ ...sampleBoard(moment, signed), seq: (seq += further) }))
  })

/** What a browser makes of the bytes it gets. */
function show(board: Board | null, bytes: Buffer): { board: Board | null; ids: number[] } {
  const ids: number[] = []
  for (const text of bytes.toString().split('\n\n').filter(Boolean)) {
    const [event, id, data] = text.split('\n').map((line) => line.slice(line.indexOf(': ') + 2))
    const told = JSON.parse(data ?? '') as Board
    board = event === 'board' || !board ? told : patched(board, told)
    ids.push(Number(id))
  }
  return { board, ids }
}

describe('a board in steps', () => {
  test('is the board whole', () => {
    fc.assert(
      fc.property(afternoons, (boards) => {
        for (const [index, board] of boards.entries()) {
          const before = boards[index - 1]
          if (before) expect(patched(before, patchBetween(before, board))).toEqual(board)
        }
      }),
    )
  })

  test('resumed from whatever was heard last it is the same, and nothing is told twice', () => {
    fc.assert(
      fc.property(afternoons, fc.nat(60), (boards, heard) => {
        let frames = firstFrames(boards[0]!)
        for (const board of boards.slice(1)) frames = advance(frames, board).frames
        const had = boards.find(({ seq }) => seq === heard) ?? null
        const { board, ids } = show(had, since(frames, had ? heard : null))
        expect(board).toEqual(boards.at(-1))
        expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b))
        if (had) expect(ids.every((id) => id > heard)).toBe(true)
      }),
    )
  })

  test('says no more than what changed', () => {
    const before = sampleBoard('signing', 3)
    const patch = patchBetween(before, { ...before, seq: 99, signedCount: 4 })
    expect(patch).toEqual({ seq: 99, signedCount: 4 })
  })
})

/** Time that moves when it is told to. */
function handMade() {
  let now = 0
  let waiting: { due: number; work: () => void }[] = []
  const pace: Pace = {
    now: () => now,
    after(milliseconds, work) {
      const entry = { due: now + milliseconds, work }
      waiting.push(entry)
      return () => void (waiting = waiting.filter((other) => other !== entry))
    },
  }
  return {
    pace,
    async forward(milliseconds: number) {
      now += milliseconds
      for (const entry of waiting.filter(({ due }) => due <= now)) {
        waiting = waiting.filter((other) => other !== entry)
        entry.work()
      }
      // What was begun may go on.
      await Promise.resolve().then(() => Promise.resolve())
    },
  }
}

describe('the pace of broadcasts', () => {
  test('what comes within a second goes together, what is urgent does not wait for it', async () => {
    const time = handMade()
    const at: number[] = []
    const soon = pacer(
      time.pace,
      async () => void at.push(time.pace.now()),
      () => {},
    )
    soon(false)
    await time.forward(0)
    for (let moment = 0; moment < 50; moment++) {
      soon(false)
      await time.forward(10)
    }
    expect(at).toEqual([0])
    soon(true)
    await time.forward(0)
    expect(at).toEqual([0, 500])
    soon(false)
    await time.forward(999)
    expect(at).toEqual([0, 500])
    await time.forward(1)
    expect(at).toEqual([0, 500, 1500])
  })

  test('what comes while one is being sent is not forgotten, nor is what failed', async () => {
    const time = handMade()
    const failures: unknown[] = []
    let runs = 0
    const soon = pacer(
      time.pace,
      async () => {
        runs += 1
        if (runs === 1) soon(true)
        if (runs === 2) throw new Error('The database is away.')
      },
      (error) => failures.push(error),
    )
    soon(false)
    await time.forward(0)
    await time.forward(200)
    expect([runs, failures.length]).toEqual([2, 1])
    await time.forward(1000)
    expect(runs).toBe(3)
  })
})
