import { defineConfig } from 'vitest/config'

// `x.test.ts` is pure; `x.db.test.ts` speaks to a database and runs once per database.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [{ extends: true, test: { name: 'unit', include: ['{app,locales,test,bin,examples}/**/*.test.{ts,tsx}'], exclude: ['**/*.db.test.*', '**/node_modules/**'] } }],
  },
})
