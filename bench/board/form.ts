import type { TestCeremony } from '../../app/ceremonies/testing/ceremony.ts'
import type { TestApplication } from '../../test/harness/application.ts'
import { round } from '../measuring.ts'

/** Somebody who asks for a page of the web process every so often, and notes how long it took (milliseconds). */
export type FormLoad = { forget(): void; p99(): number; stop(): void }

const APART_MS = 50

export async function followForm(_at: TestApplication, { slug }: TestCeremony, origin: string): Promise<FormLoad> {
  const address = `${origin}/en/ceremonies/${slug}`
  let waits: number[] = []
  const ask = async () => {
    const asked = performance.now()
    const response = await fetch(address)
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`The form answers ${response.status}.`)
    waits.push(performance.now() - asked)
  }
  await ask()
  const timer = setInterval(() => void ask(), APART_MS)
  return {
    forget: () => void (waits = []),
    p99: () => round(waits.toSorted((a, b) => a - b)[Math.floor((waits.length - 1) * 0.99)] ?? NaN),
    stop: () => clearInterval(timer),
  }
}
