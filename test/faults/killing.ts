import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

/** What processes were told is done, one line each, before they were killed. */
export type Killed = { acknowledged: string[]; kills: number }

type Blow = {
  /** Kill after so many acknowledgements … */
  after: number
  /** … and then this share of what a step takes; or, before there was any acknowledgement, of what a start takes. */
  share: number
  whileStarting: boolean
}

/** One blow in ten falls while the process is starting: recovering from the last one is no shelter. */
const blow = (random: () => number): Blow => ({
  whileStarting: random() < 0.1,
  after: Math.floor(random() * 6),
  share: random() * 1.5,
})

/**
 * Starts the signer again and again on one database and kills it with SIGKILL, each time after another number of steps and a part of the
 * next, so that over many rounds the blow falls between any two steps and in the middle of each.
 * @throws with the signer's own words when it stops by itself: then something did not resume.
 */
export async function killAgainAndAgain(
  signer: string,
  rounds: number,
  environment: Record<string, string>,
  random: () => number,
  told: (round: number, acknowledged: readonly string[]) => void = () => {},
): Promise<Killed> {
  await prepare(signer, environment)
  const killed: Killed = { acknowledged: [], kills: 0 }
  const pace = { start: 1000, step: 100 }
  for (let round = 1; round <= rounds; round++) {
    const acknowledged = await oneRound(start(signer, environment), blow(random), pace)
    killed.acknowledged.push(...acknowledged)
    killed.kills += 1
    told(round, acknowledged)
  }
  return killed
}

/** Loads the example, so that every blow falls on agreements. */
async function prepare(signer: string, environment: Record<string, string>): Promise<void> {
  const { child, complaint } = start(signer, environment, 'prepare')
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The ground could not be prepared:\n${complaint()}`)
}

type Started = { child: ChildProcess; complaint: () => string }

function start(signer: string, environment: Record<string, string>, ...args: string[]): Started {
  const child = spawn(process.execPath, [signer, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  return { child, complaint: () => complaint }
}

/** `pace` is how long starts and steps took last (milliseconds); a busy machine is slower, and blows then come later. */
async function oneRound(
  { child, complaint }: Started,
  { after, share, whileStarting }: Blow,
  pace: { start: number; step: number },
): Promise<string[]> {
  const closed = once(child, 'close')
  const acknowledged: string[] = []
  const enough = new Promise<void>((resolve) => {
    let last = performance.now()
    createInterface({ input: child.stdout! }).on('line', (line) => {
      pace[line === 'ready' ? 'start' : 'step'] = performance.now() - last
      last = performance.now()
      if (line !== 'ready') acknowledged.push(line)
      if (acknowledged.length >= after) resolve()
    })
  })
  if (!whileStarting) await Promise.race([enough, closed])
  await Promise.race([wait(share * (whileStarting ? pace.start : pace.step)), closed])
  const stoppedByItself = child.exitCode !== null
  child.kill('SIGKILL')
  await closed
  if (stoppedByItself) {
    throw new Error(`The signer stopped by itself after “${acknowledged.at(-1) ?? 'nothing'}”:\n${complaint()}`)
  }
  return acknowledged
}

/** A generator of numbers in [0, 1) that a seed makes repeatable (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
