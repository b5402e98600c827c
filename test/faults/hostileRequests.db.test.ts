import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentenceOf } from '../../app/commandLine/sentences.ts'
import { listen } from '../../app/http.ts'
import { catalogues } from '../../app/platform/i18n/catalogue.ts'
import { testApplication, type TestApplication } from '../harness/application.ts'
import { freePort } from '../harness/freePort.ts'

let at: TestApplication
let door: Awaited<ReturnType<typeof listen>>
let origin: string
beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  at = await testApplication({ config: { port, host: '127.0.0.1', origin } })
  door = await listen(at.services)
})
afterAll(() => door.close())

const { errors: german } = catalogues.de
const headers = () => ({ origin, 'content-type': 'application/x-www-form-urlencoded' })
const MEGABYTES = 20 * 1024 * 1024

const healthy = async () => expect((await fetch(`${origin}/readyz`)).status).toBe(200)

test('a form of 20 MB is refused with a page, and the server stays healthy', async () => {
  const body = `address=${'a'.repeat(MEGABYTES)}`
  const answer = await fetch(`${origin}/de/sign-in`, { method: 'POST', headers: headers(), body })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain(german.pages.tooLarge.title)
  await healthy()
})

test('so is one that does not say how long it is', async () => {
  const chunk = new Uint8Array(64 * 1024).fill(97)
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      stream.enqueue(chunk)
      if ((sent += chunk.length) >= MEGABYTES) stream.close()
    },
  })
  // The server need not listen to the end: it may hang up on whoever goes on talking.
  const answer = await fetch(`${origin}/de/sign-in`, {
    method: 'POST',
    headers: headers(),
    body,
    duplex: 'half',
  } as RequestInit).catch(() => null)
  if (answer) expect(answer.status).toBe(413)
  await healthy()
})

test('a form in broken UTF-8 comes back with a sentence at the field', async () => {
  const body = 'address=%FF%FEada%40example.org'
  const answer = await fetch(`${origin}/de/sign-in`, { method: 'POST', headers: headers(), body })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(german.fields.unreadable)
})

test('a client that never ends its form keeps nobody else waiting', async () => {
  const slow = request(`${origin}/de/sign-in`, { method: 'POST', headers: { ...headers(), 'content-length': 1000 } })
  slow.on('error', () => {})
  slow.write('address=')
  await once(slow, 'socket')
  await healthy()
  expect((await fetch(`${origin}/de/sign-in`)).status).toBe(200)
  slow.destroy()
})

test('what is no HTTP at all is answered with 400, and the server stays healthy', async () => {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  socket.end('\u0016\u0003\u0001 this is no request\r\n\r\n')
  await once(socket, 'close')
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  await healthy()
})

test('a second Musubi on the same port is refused with a sentence that says what to do', async () => {
  const refused = await listen(at.services).catch((error: unknown) => error)
  expect(sentenceOf(refused)).toBe(
    `Port ${at.services.config.port} on 127.0.0.1 is taken. Choose another one: PORT=3001 npm start`,
  )
})

test('closing the door lets a request under way finish, and takes no new one', async () => {
  const slow = request(`${origin}/de/sign-in`, {
    method: 'POST',
    headers: { ...headers(), 'content-length': 40 },
    agent: false,
  })
  slow.write('address=nobody%40example.org')
  await once(slow, 'socket')
  await healthy()
  const closed = door.close()
  await expect(fetch(`${origin}/healthz`)).rejects.toThrow()
  slow.end('&ignored=yes')
  const [answer] = (await once(slow, 'response')) as [{ statusCode: number; resume(): void }]
  answer.resume()
  expect(answer.statusCode).toBe(303)
  await closed
  door = await listen(at.services)
})
