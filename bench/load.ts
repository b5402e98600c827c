// Asks one loopback address again and again, with so many requests at once, until the time is over. Run by `pages.ts` in a process of its
// own, so that its work does not count as the server's.
import { Agent, get } from 'node:http'

const [, , address = '', seconds = '1', atOnce = '1'] = process.argv
if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)) throw new Error('Loopback only.')

const agent = new Agent({ keepAlive: true, maxSockets: Number(atOnce) })
const began = performance.now()
const until = began + Number(seconds) * 1000
const waits: number[] = []
let failed = 0

await Promise.all(Array.from({ length: Number(atOnce) }, askUntilOver))
agent.destroy()
const elapsed = (performance.now() - began) / 1000
const sorted = waits.toSorted((a, b) => a - b)
const figures = {
  requests: waits.length,
  failed,
  perSecond: Math.round(waits.length / elapsed),
  median: sorted[Math.floor(sorted.length / 2)] ?? 0,
  p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
}
console.log(JSON.stringify(figures))

async function askUntilOver(): Promise<void> {
  while (performance.now() < until) {
    const asked = performance.now()
    if ((await ask()) !== 200) failed++
    waits.push(performance.now() - asked)
  }
}

function ask(): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    }).on('error', reject)
  })
}
