import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a spreadsheet shows every cell as it was entered and runs none', () => {
  expect(csvOf([['村上 "雅義"', '=HYPERLINK("x")', ' ＋1', '@a', 'a\nb', 3, -3]])).toBe(
    '\uFEFF"村上 ""雅義""","\'=HYPERLINK(""x"")","\' ＋1","\'@a","a\nb","3","-3"\r\n',
  )
})
