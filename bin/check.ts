// `npm run check`: everything that must hold before a change lands. CI runs the same steps.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const root = join(fileURLToPath(import.meta.url), '..', '..')

const steps: [name: string, ...command: string[]][] = [
  ['format', 'oxfmt', '--check'],
  ['lint', 'oxlint', '--deny-warnings'],
  ['lock file', 'bin/completeLock.mjs', '--check'],
  ['types', 'typescript', '-p', '.'],
  ['unused code', 'knip'],
  ['budgets', 'bin/budgets.ts'],
  ['tests', 'bin/test.mjs'],
]

const beforeTests = process.argv.includes('--before-tests')

for (const [name, ...command] of steps) {
  if (beforeTests && name === 'tests') continue
  const began = performance.now()
  const done = spawnSync(process.execPath, [join(root, 'bin', 'run.mjs'), ...command], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) {
    console.error(`check: ${name} does not hold`)
    process.exit(1)
  }
  console.log(`check: ${name} holds (${((performance.now() - began) / 1000).toFixed(1)} s)`)
}
