import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { findPostgres } from './test/harness/postgres.ts'

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

// `x.test.ts` is pure; `x.db.test.ts` speaks to a database and runs once per database at hand; `x.server.test.ts` and
// `x.embedded.test.ts` are about one of them.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/plainLine.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${folders}/*.test.{ts,tsx}`],
          exclude: ['**/*.{db,embedded,server}.test.*', '**/node_modules/**'],
        },
      },
      databaseTests('embedded', 'test/harness/embeddedSetup.ts'),
      ...serverTests(),
    ],
  },
})
