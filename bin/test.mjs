// `npm test [FILES]`: the whole suite on Node.js 24, closed by one plain line `N passed, N failed`.
import { run } from './run.mjs'

run('vitest', ['run', ...process.argv.slice(2)], { env: { NODE_ENV: 'test' } })
