import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from './comparing.ts'

const keep = (changes: ReturnType<typeof compareTexts>, ...kinds: string[]) =>
  changes
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

test('whatever is compared, what stays and goes is the old text, what stays and comes the new one', () => {
  const text = fc
    .array(fc.constantFrom('相互に', '支援', 'する。', 'the ', 'parties ', '\n\n', '1. ', '𠮷', 'é'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = compareTexts(before, after, 'ja')
      expect(keep(changes, 'same', 'removed')).toBe(before)
      expect(keep(changes, 'same', 'added')).toBe(after)
    }),
  )
})

test('words are the unit, also where no blanks stand between them', () => {
  expect(compareTexts('当事者は、秘密を守る。', '当事者は、情報を守る。', 'ja')).toEqual([
    { kind: 'same', text: '当事者は、' },
    { kind: 'removed', text: '秘密' },
    { kind: 'added', text: '情報' },
    { kind: 'same', text: 'を守る。' },
  ])
  expect(keep(compareTexts('two years', 'three years', 'en'), 'added')).toBe('three')
})

test('texts that have nothing in common are shown one after the other, without counting for ever', () => {
  const text = (letter: string) => Array.from({ length: 8000 }, (_, index) => `${letter}${index}`).join(' ')
  expect(compareTexts(text('a'), text('b'), 'en').map(({ kind }) => kind)).toEqual(['removed', 'added'])
})
