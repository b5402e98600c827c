import { afterEach, expect, test, vi } from 'vitest'
import { fanOut } from './fanOut.ts'
import { sentenceOf } from './sentences.ts'

afterEach(() => vi.unstubAllEnvs())

test('without a database that processes can share there is nothing to deliver, and one sentence says so', async () => {
  vi.stubEnv('DATABASE_URL', '')
  const error = await fanOut().catch((thrown: unknown) => thrown)
  expect(sentenceOf(error)).toMatch(/^The fan-out process shares a PostgreSQL .+ set DATABASE_URL\./)
})
