import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentenceOf } from '../../app/commandLine/sentences.ts'
import { root } from '../../app/main.ts'
import { readConfig } from '../../app/platform/config.ts'
import { freePort } from '../harness/freePort.ts'

const folder = mkdtempSync(join(tmpdir(), 'musubi-processes-'))
let port: number
let first: Process
beforeAll(async () => {
  port = await freePort()
  first = startMusubi({ PORT: String(port) })
  await untilReady(first)
})
afterAll(async () => {
  first.child.kill()
  await first.closed
  rmSync(folder, { recursive: true, force: true })
})

type Process = ReturnType<typeof startMusubi>

/** `musubi start`, as an operator starts it. */
function startMusubi(settings: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, 'bin/musubi.mjs'), 'start', '--empty'], {
    env: { ...process.env, MUSUBI_DATA: folder, MUSUBI_LOG: 'silent', DATABASE_URL: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', error: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.error += chunk.toString()))
  const watch = endWithUs(child.pid!)
  const closed = once(child, 'close').then(([code]) => {
    watch?.kill()
    return { code: code as number | null, ...said }
  })
  return { child, said, closed }
}

/** Should this test run be killed, the Musubi it started must not stay behind: the shell's input then ends. */
function endWithUs(pid: number) {
  if (process.platform === 'win32') return undefined
  return spawn('/bin/sh', ['-c', 'cat >/dev/null; kill "$1"', 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
}

async function untilReady({ child, said }: Process): Promise<void> {
  while (!said.out.includes('is ready')) {
    if (child.exitCode !== null) throw new Error(`Musubi ended: ${said.error}`)
    await wait(20)
  }
}

test('a second process on the same data directory is refused with a sentence', { timeout: 60_000 }, async () => {
  const { code, error } = await startMusubi({ PORT: String(await freePort()) }).closed
  expect(code).toBe(2)
  expect(error).toMatch(
    /^The data directory .+ is in use by process \d+\. Stop that process first, or choose another directory with MUSUBI_DATA\.\n$/,
  )
  expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200)
})

test('a wrong setting ends it with one sentence', { timeout: 60_000 }, async () => {
  const { code, out, error } = await startMusubi({ PORT: 'abc' }).closed
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(error).toMatch(/^PORT must be a number .+\n$/)
})

test.each([
  [{ DATABASE_URL: 'foo' }, 'DATABASE_URL must be an address that begins with postgres://'],
  [{ MUSUBI_ORIGIN: 'https://musubi.example.org/path' }, 'MUSUBI_ORIGIN must be an origin without a path'],
])('so does %o', (setting, beginning) => {
  const sentence = sentenceOf(thrownBy(() => readConfig(setting)))
  expect(sentence?.split('\n')).toHaveLength(1)
  expect(sentence).toContain(beginning)
})

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

// Windows knows no signal that a process could answer to.
test.skipIf(process.platform === 'win32')(
  'asked to stop it ends well, and the next one starts',
  { timeout: 60_000 },
  async () => {
    first.child.kill('SIGTERM')
    expect(await first.closed).toMatchObject({ code: 0, error: '' })
    first = startMusubi({ PORT: String(port) })
    await untilReady(first)
    expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200)
  },
)
