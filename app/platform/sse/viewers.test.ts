import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { openViewers } from './viewers.ts'

/** A reader who takes everything, or nothing at all. */
function reader(takes: boolean) {
  const told: Buffer[] = []
  const stream = new Writable({
    write(bytes: Buffer, _, done) {
      if (!takes) return
      told.push(bytes)
      done()
    },
  })
  return { stream, told: () => Buffer.concat(told).toString() }
}

const add = (viewers: ReturnType<typeof openViewers>, { stream }: { stream: Writable }, network = 'here') =>
  viewers.add('topic', stream, { network, first: Buffer.from('first\n\n'), begin: () => {} })

test('whoever does not read is dropped when too much waits for them, and nobody else', async () => {
  const viewers = openViewers({ perNetwork: 10 })
  const [quick, stalled] = [reader(true), reader(false)]
  for (const one of [quick, stalled]) add(viewers, one)
  const closed = new Promise((resolve) => stalled.stream.once('close', resolve))
  const message = Buffer.alloc(100 * 1024, 'x')
  for (let i = 0; i < 3; i++) viewers.send('topic', message)
  expect(viewers.count('topic')).toBe(2)
  viewers.send('topic', message)
  await closed
  expect([stalled.stream.destroyed, quick.stream.destroyed, viewers.count('topic')]).toEqual([true, false, 1])
  expect(quick.told().length).toBeGreaterThan(400 * 1024)
  viewers.close()
})

test('browsers are told to ask again after about a second, and not all at once', () => {
  const viewers = openViewers({ perNetwork: 100 })
  const readers = Array.from({ length: 16 }, () => reader(true))
  for (const one of readers) add(viewers, one)
  const retries = readers.map((one) => Number(/^retry: (\d+)\n\nfirst\n\n$/.exec(one.told())?.[1]))
  expect(new Set(retries).size).toBe(16)
  expect(Math.min(...retries)).toBeGreaterThanOrEqual(500)
  expect(Math.max(...retries)).toBeLessThan(2000)
  viewers.close()
})

test('so many from one place, and as many from another; who goes makes room', async () => {
  const viewers = openViewers({ perNetwork: 2 })
  const [first, ...others] = Array.from({ length: 4 }, () => reader(true))
  expect([add(viewers, first!), ...others.slice(0, 2).map((one) => add(viewers, one))]).toEqual([true, true, false])
  expect(add(viewers, others[2]!, 'elsewhere')).toBe(true)
  const closed = new Promise((resolve) => first!.stream.once('close', resolve))
  first!.stream.destroy()
  await closed
  expect(add(viewers, reader(true))).toBe(true)
  viewers.close()
})
