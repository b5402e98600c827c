import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlap, placeLabels, textWidth } from './mapLabels.ts'

const frame = { width: 960, height: 340 }
const anchor = fc.record({
  x: fc.integer({ min: 20, max: 940 }),
  y: fc.integer({ min: 20, max: 320 }),
  text: fc.constantFrom('bioPmed', 'Life Science Nord', '神戸医療産業都市推進機構', 'Lyonbiopole'),
})

test('labels of up to eight points meet neither each other nor the frame', () => {
  fc.assert(
    fc.property(fc.array(anchor, { maxLength: 8 }), (anchors) => {
      const labels = placeLabels(anchors, frame, 15)
      expect(labels).toHaveLength(anchors.length)
      for (const [index, label] of labels.entries()) {
        expect(
          label.x >= 0 &&
            label.y >= 0 &&
            label.x + label.width <= frame.width &&
            label.y + label.height <= frame.height,
        ).toBe(true)
        for (const other of labels.slice(index + 1)) expect(overlap(label, other)).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})

test('two places a hand apart on a telephone keep both their names', () => {
  const labels = placeLabels(
    [
      { x: 41, y: 107, text: 'Lyonbiopole' },
      { x: 47, y: 109, text: 'bioPmed' },
    ],
    { width: 358, height: 210 },
    13,
  )
  expect(overlap(labels[0]!, labels[1]!)).toBe(false)
})

test('a Japanese character takes an em, a Latin one about half', () => {
  expect(textWidth('神戸', 10)).toBe(20)
  expect(textWidth('Kobe', 10)).toBeCloseTo(23.2)
})
