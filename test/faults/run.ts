// `npm run test:faults [-- --rounds N --seed N]`: kills signing 200 times on each database at hand, and says what is wrong afterwards.
import { parseArgs } from 'node:util'
import { freePort } from '../harness/freePort.ts'
import { findPostgres, startPostgres } from '../harness/postgres.ts'
import { buildSigner } from './building.ts'
import { ceremonyUnderKills } from './ceremony.ts'
import { killAndJudge, type Ordeal } from './ground.ts'
import { startMortal } from './mortals.ts'

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
    await cutOff(server.url)
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

/** A web process and a fan-out process are killed in the middle of a ceremony that people follow. */
async function cutOff(databaseUrl: string): Promise<void> {
  const [port, livePort] = [await freePort(), await freePort()]
  const settings = {
    DATABASE_URL: databaseUrl,
    MUSUBI_SECRET: 'only for this test: thirty-two characters and more',
    MUSUBI_ORIGIN: 'http://localhost:3000',
    PORT: String(port),
    MUSUBI_LIVE_PORT: String(livePort),
  }
  const file = 'app/commandLine/main.ts'
  const web = { port, start: () => startMortal({ file, args: ['start', '--empty'], settings, ready: 'is ready' }) }
  const fanOut = { port: livePort, start: () => startMortal({ file, args: ['fan-out'], settings, ready: 'delivers' }) }
  const { wrong, cuts } = await ceremonyUnderKills(databaseUrl, [web, fanOut]).catch((error: unknown) => ({
    wrong: [String(error)],
    cuts: [],
  }))
  for (const sentence of wrong) console.log(`ceremony: WRONG: ${sentence}`)
  const longest = (Math.max(0, ...cuts) / 1000).toFixed(1)
  if (wrong.length === 0) console.log(`ceremony: everything was shown once; the longest cut was ${longest} s`)
  count[wrong.length > 0 ? 'failed' : 'passed']++
}
