import type { Writable } from 'node:stream'
import { heartbeat, retryAfter } from './messages.ts'

/** Open streams by topic. Knows nothing of what goes through them. */
export type Viewers = {
  /** Lets somebody in and tells them `first`. False, and nothing done: too many from this network. */
  add(topic: string, stream: Writable, viewer: { network: string; first: Buffer; begin: () => void }): boolean
  /** The same bytes to everybody on the topic. */
  send(topic: string, bytes: Buffer): void
  count(topic: string): number
  /** Ends all of them, so that their browsers ask somebody else. */
  close(): void
}

/** What may wait unsent for one viewer; whoever reads more slowly is dropped and resumes when they ask again. */
const MOST_WAITING = 256 * 1024

const HEARTBEAT_MS = 15_000

/** Browsers ask again after about a second, not all of them at once: ten thousand may have been cut off together. */
const retries = Array.from({ length: 16 }, (_, index) => retryAfter(500 + index * 75))

/** @param perNetwork how many may be open from one place on the internet */
export function openViewers({ perNetwork }: { perNetwork: number }): Viewers {
  const topics = new Map<string, Map<Writable, string>>()
  const networks = new Map<string, number>()
  let opened = 0

  // One function for all of them: ten thousand closures would be ten thousand too many.
  function forget(this: Writable) {
    for (const [topic, viewers] of topics) {
      const network = viewers.get(this)
      if (network === undefined) continue
      viewers.delete(this)
      if (viewers.size === 0) topics.delete(topic)
      const left = (networks.get(network) ?? 1) - 1
      if (left > 0) networks.set(network, left)
      else networks.delete(network)
    }
  }

  const beat = setInterval(() => {
    for (const topic of topics.keys()) send(topic, heartbeat)
  }, HEARTBEAT_MS)
  beat.unref()

  function send(topic: string, bytes: Buffer): void {
    for (const stream of topics.get(topic)?.keys() ?? []) {
      if (stream.writableLength > MOST_WAITING) stream.destroy()
      else stream.write(bytes)
    }
  }

  return {
    add(topic, stream, { network, first, begin }) {
      const count = networks.get(network) ?? 0
      if (count >= perNetwork) return false
      networks.set(network, count + 1)
      const viewers = topics.get(topic) ?? new Map<Writable, string>()
      topics.set(topic, viewers.set(stream, network))
      stream.once('close', forget)
      begin()
      stream.write(Buffer.concat([retries[opened++ % retries.length] ?? heartbeat, first]))
      return true
    },
    send,
    count: (topic) => topics.get(topic)?.size ?? 0,
    close() {
      clearInterval(beat)
      for (const viewers of topics.values()) for (const stream of viewers.keys()) stream.end()
    },
  }
}
