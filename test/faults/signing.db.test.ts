import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServices } from '../../app/main.ts'
import { readConfig } from '../../app/platform/config.ts'
import { databaseKind, newServerDatabase } from '../harness/testDatabase.ts'
import { judge } from './judging.ts'
import { killAgainAndAgain, seeded } from './killing.ts'

const ROUNDS = 20

test(`signing survives kill -9 between any two steps, ${ROUNDS} times`, { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-faults-'))
  const environment = {
    MUSUBI_DATA: folder,
    MUSUBI_SECRET: 'only for this test: thirty-two characters and more',
    DATABASE_URL: databaseKind() === 'server' ? await newServerDatabase() : '',
  }
  const seed = Date.now() % 1_000_000
  const { acknowledged, kills } = await killAgainAndAgain(ROUNDS, environment, seeded(seed))
  const { services, stop } = await startServices(readConfig({ ...environment, MUSUBI_LOG: 'silent' }, { demo: true }), {
    attended: false,
    assets: { css: '', island: () => '', directory: '' },
  })
  const wrong = await judge(services, acknowledged)
  await stop()
  rmSync(folder, { recursive: true, force: true })
  expect(wrong, `seed ${seed}`).toEqual([])
  expect(kills).toBe(ROUNDS)
  // The blows fell while there was work: enough was acknowledged to have something to lose.
  expect(acknowledged.length, `seed ${seed}`).toBeGreaterThan(ROUNDS)
})
