// Sends so many different registrations to one form on this machine, spread evenly over one second, however slowly they are answered.
// Run by `registration.ts` in a process of its own.
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const [, , port = '', slug = '', attempts = '1'] = process.argv
const count = Number(attempts)
const agent = new Agent({ keepAlive: true, maxSockets: 500 })
const path = `/en/events/${slug}/registration/guest`
const began = performance.now()

const waits = await Promise.all(
  Array.from({ length: count }, async (_, index) => {
    await wait((index * 1000) / count)
    const sent = performance.now()
    return { status: await send(index), milliseconds: performance.now() - sent }
  }),
)
agent.destroy()
const seconds = (performance.now() - began) / 1000
const sorted = waits.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
const answered = waits.filter(({ status }) => status === 303).length
console.log(
  JSON.stringify({
    answered,
    failed: count - answered,
    seconds: Number(seconds.toFixed(2)),
    perSecond: Math.round(count / seconds),
    median: Math.round(sorted[count >> 1] ?? 0),
    p99: Math.round(sorted[Math.floor(count * 0.99)] ?? 0),
  }),
)

function send(index: number): Promise<number> {
  const body = new URLSearchParams({
    family: 'Example',
    given: `Number ${index}`,
    order: 'given-first',
    address: `person.${index}@example.org`,
    affiliation: `Organisation ${index % 250}`,
    timeZone: 'Europe/Paris',
    participation: 'yes',
    submission: `form ${index}`,
  }).toString()
  const headers = {
    host: 'musubi.example',
    origin: 'https://musubi.example',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-forwarded-for': `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
  }
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    sent.on('error', () => resolve(0))
    sent.end(body)
  })
}
