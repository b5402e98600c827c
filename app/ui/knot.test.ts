import { expect, test } from 'vitest'
import { crossings, knotPieces, wholeLine } from './knot.ts'

test('the cord crosses itself eight times', () => {
  expect(crossings(wholeLine())).toHaveLength(16)
})

test('it goes over and under in turn, and where one length goes over, the other goes under', () => {
  const line = wholeLine()
  const at = crossings(line)
  const pieces = knotPieces()
  const place = (index: number) => {
    const [x, y] = line[Math.round(index)]!
    return { x, y }
  }
  for (const [index, here] of at.entries()) {
    const partners = at.filter(
      (other, which) =>
        which !== index && Math.hypot(place(other).x - place(here).x, place(other).y - place(here).y) < 8,
    )
    expect(partners).toHaveLength(1)
    expect(pieces[at.indexOf(partners[0]!)]!.over).toBe(!pieces[index]!.over)
  }
  expect(pieces.map(({ over }) => over)).toEqual(pieces.map((_, index) => index % 2 === 0))
})

test('it is white from the left as long as it is red from the right', () => {
  const halves = knotPieces().map(({ half }) => half)
  expect(halves).toEqual([...Array<string>(8).fill('left'), ...Array<string>(8).fill('right')])
})
