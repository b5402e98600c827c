import { expect, it } from 'vitest'
import { readExample } from './reading.ts'

it('reads', async () => {
  const example = await readExample(process.cwd())
  expect(example.organisations).toHaveLength(5)
})
