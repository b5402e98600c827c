// `npm run test:faults [-- --rounds N --seed N]`: kills signing 200 times on each database at hand, and says what is wrong afterwards.
import { parseArgs } from 'node:util'
import { findPostgres, startPostgres } from '../harness/postgres.ts'
import { buildSigner } from './building.ts'
import { killAndJudge, type Ordeal } from './ground.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } })
const rounds = Number(values.rounds ?? 200)
const seed = Number(values.seed ?? Date.now() % 1_000_000)

const count = { passed: 0, failed: 0 }
const signer = await buildSigner()
try {
  // Side by side: each spends much of its time waiting for one process.
  await Promise.all([suffer('embedded', { rounds, seed }), onServer()])
} finally {
  signer.remove()
}
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed > 0 ? 1 : 0

async function onServer(): Promise<void> {
  const binaries = findPostgres()
  if (!binaries) {
    const required = process.env['MUSUBI_ORACLES'] === 'required'
    console.log(`server: ${required ? 'failed' : 'skipped'}: PostgreSQL is not installed (Debian: postgresql).`)
    if (required) count.failed++
    return
  }
  const server = await startPostgres(binaries)
  try {
    await suffer('server', { rounds, seed, databaseUrl: server.url })
  } finally {
    await server.stop()
  }
}

async function suffer(database: string, ordeal: Ordeal): Promise<void> {
  console.log(`${database}: ${ordeal.rounds} kills, seed ${ordeal.seed}`)
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`
  let steps = 0
  const told = (round: number, acknowledged: readonly string[]) => {
    steps += acknowledged.length
    if (round % 20 === 0) console.log(`${database}: ${round} kills, ${steps} acknowledgements, ${seconds()}`)
  }
  const wrong = await killAndJudge(signer.path, { ...ordeal, told }).then(
    (outcome) => outcome.wrong,
    (error: unknown) => [String(error)],
  )
  for (const sentence of wrong) console.log(`${database}: WRONG: ${sentence}`)
  if (wrong.length > 0) console.log(`${database}: again with --seed ${ordeal.seed} --rounds ${ordeal.rounds}`)
  else console.log(`${database}: nothing is lost, nothing half-done (${steps} acknowledgements, ${seconds()})`)
  count[wrong.length > 0 ? 'failed' : 'passed']++
}
