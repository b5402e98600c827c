import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../app/main.ts'

/** A process of ours that can be killed. */
export type Mortal = { child: ChildProcess; kill(): Promise<void> }

type Life = { file: string; args?: string[]; settings: Record<string, string>; ready: string }

/** Starts it without the launcher, so that the signal reaches it and nobody else, and waits for what it says once it is ready. */
export async function startMortal({ file, args = [], settings, ready }: Life): Promise<Mortal> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, MUSUBI_LOG: 'silent', NODE_OPTIONS: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  while (!said.includes(ready)) {
    if (child.exitCode !== null) throw new Error(`${file} ended: ${said}`)
    await wait(20)
  }
  return {
    child,
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
