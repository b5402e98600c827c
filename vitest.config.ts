import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { findPostgres } from './test/harness/postgres.ts'
import { findChromium } from './test/journeys/findChromium.ts'

const folders = '{app,locales,migrations,test,bin,examples}/**'

/** Tests that speak to a database run once per database at hand. */
const databaseTests = (name: 'embedded' | 'server', globalSetup: string): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    include: [`${folders}/*.{db,${name}}.test.{ts,tsx}`],
    env: { MUSUBI_TEST_DATABASE: name },
    globalSetup,
  },
})

function serverTests(): TestProjectConfiguration[] {
  if (findPostgres()) return [databaseTests('server', 'test/harness/serverSetup.ts')]
  const absent = 'PostgreSQL is not installed (Debian: postgresql): database tests run on the embedded database only.'
  if (process.env.MUSUBI_ORACLES === 'required') throw new Error(absent)
  console.warn(absent)
  return []
}

/** People's ways through the product, in a browser. Files that run in one worker share one Musubi and one browser. */
function journeys(): TestProjectConfiguration[] {
  const include = ['test/journeys/*.journey.test.ts']
  const project = {
    name: 'journeys',
    include,
    testTimeout: 120_000,
  }
  if (findChromium()) return [{ extends: true, test: project }]
  const absent = 'Chromium is not installed (Debian: chromium-headless-shell): the journeys in a browser are skipped.'
  if (process.env.MUSUBI_ORACLES === 'required') throw new Error(absent)
  console.warn(absent)
  return []
}

// `x.test.ts` is pure; `x.db.test.ts` speaks to a database and runs once per database at hand; `x.server.test.ts` and
// `x.embedded.test.ts` are about one of them; `x.journey.test.ts` goes through a browser.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    isolate: false,
    // One more than the cores this is meant for: many tests wait for a browser or for processes they kill.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/plainLine.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${folders}/*.test.{ts,tsx}`],
          exclude: ['**/*.{db,embedded,server,journey}.test.*', '**/node_modules/**'],
        },
      },
      databaseTests('embedded', 'test/harness/embeddedSetup.ts'),
      ...serverTests(),
      ...journeys(),
    ],
  },
})
