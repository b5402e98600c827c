import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { signAndVerify } from '../examples/signAndVerify.ts'
import { root, startServices } from '../main.ts'
import { readConfig } from '../platform/config.ts'

/** `musubi demo`: the main job without a browser, on a database that is gone afterwards. */
export async function demo(options: { out: string }): Promise<void> {
  const folder = resolve(options.out)
  const environment = { ...process.env, DATABASE_URL: '', MUSUBI_LOG: 'silent' }
  const began = performance.now()
  const { services, stop } = await startServices(readConfig(environment, { demo: true }), {
    inMemory: true,
    attended: false,
    assets: noAssets,
  })
  try {
    const report = stepReporter(began)
    report('database ready')
    const result = await signAndVerify(services, root, report)
    mkdirSync(folder, { recursive: true })
    const files = {
      'mou.pdf': result.pdf,
      'verification.json': `${JSON.stringify(result.verification, null, 2)}\n`,
      'audit.jsonl': result.record,
      'trust-root.pem': result.trustRoot,
    }
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    report(`written to ${folder}: ${Object.keys(files).join(', ')}`)
    if (!result.holds) process.exitCode = 1
    console.log(result.holds ? 'Every check holds.' : 'A check does not hold: see verification.json.')
  } finally {
    await stop()
  }
}

/** The demonstration shows no page. */
const noAssets = { css: '', island: () => '', directory: '' }

/** Prints each step with how long it took and when it ended, in seconds. */
function stepReporter(began: number): (step: string) => void {
  let last = began
  return (step) => {
    const now = performance.now()
    console.log(`${seconds(now - began)}  (+${seconds(now - last)})  ${step}`)
    last = now
  }
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2).padStart(6)} s`
