import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const signer = fileURLToPath(new URL('signer.ts', import.meta.url))

/** What a process was told is done: each line is one acknowledgement. */
export type Killed = { acknowledged: string[]; kills: number }

/**
 * Starts the signer again and again on one database and kills it with SIGKILL, each time after another number of acknowledgements and a
 * little while more, so that over many rounds the blow falls between any two steps and in the middle of each.
 * @throws with the signer's own words when it stops by itself: then something did not resume.
 */
export async function killAgainAndAgain(rounds: number, environment: Record<string, string>, random: () => number): Promise<Killed> {
  const killed: Killed = { acknowledged: [], kills: 0 }
  for (let round = 1; round <= rounds; round++) {
    const after = Math.floor(random() * 9)
    const more = Math.floor(random() * 120)
    killed.acknowledged.push(...(await oneRound(after, more, environment)))
    killed.kills += 1
  }
  return killed
}

async function oneRound(after: number, more: number, environment: Record<string, string>): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', signer], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const acknowledged: string[] = []
  const enough = new Promise<void>((resolve) => {
    let ready = false
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') ready = true
      else acknowledged.push(line)
      if (ready && acknowledged.length >= after) resolve()
    })
  })
  await Promise.race([enough, exited])
  await wait(more)
  const stoppedByItself = child.exitCode !== null
  child.kill('SIGKILL')
  await exited
  if (stoppedByItself) throw new Error(`The signer stopped by itself after ${acknowledged.at(-1) ?? 'nothing'}:\n${complaint}`)
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
