import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseKind, newServerDatabase } from '../harness/testDatabase.ts'
import { buildSigner, type Signer } from './building.ts'
import { killAndJudge } from './ground.ts'

const ROUNDS = 20

let signer: Signer
beforeAll(async () => void (signer = await buildSigner()))
afterAll(() => signer.remove())

test(`signing survives kill -9 between any two steps, ${ROUNDS} times`, { timeout: 300_000 }, async () => {
  const seed = Date.now() % 1_000_000
  const database = databaseKind() === 'server' ? { databaseUrl: await newServerDatabase() } : {}
  const { wrong, kills, acknowledged } = await killAndJudge(signer.path, { rounds: ROUNDS, seed, ...database })
  expect(wrong, `seed ${seed}`).toEqual([])
  expect(kills).toBe(ROUNDS)
  // The blows fell while there was work: enough was acknowledged to have something to lose.
  expect(acknowledged.length, `seed ${seed}`).toBeGreaterThan(ROUNDS)
})
