import type { Client } from 'pg'
import { newClient } from './server.ts'

type Listening = {
  databaseUrl: string
  /** Needs no quoting. */
  channel: string
  heard: (payload: string) => void
  /** Told when a connection breaks. */
  lost: (error: Error) => void
  /** Told when the channel is heard again after its connection broke: what was said meanwhile is lost. */
  resumed: () => void
}

const FIRST_WAIT = 100
const LONGEST_WAIT = 2000

/**
 * Hears a channel until the returned function is called; a connection that breaks is replaced by another, however long that takes.
 * @throws when the first connection cannot be made.
 */
export async function keepListening(settings: Listening): Promise<() => Promise<void>> {
  let client: Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const connect = async () => {
    const next = newClient(settings.databaseUrl)
    next.on('error', settings.lost)
    next.on('notification', (message) => settings.heard(message.payload ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${settings.channel}`)
    } catch (error) {
      void next.end().catch(() => {})
      throw error
    }
    next.once('end', () => again(FIRST_WAIT))
    client = next
    if (stopped) await next.end()
  }

  const again = (wait: number) => {
    if (stopped) return
    timer = setTimeout(() => {
      connect().then(settings.resumed, () => again(Math.min(wait * 2, LONGEST_WAIT)))
    }, wait)
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end()
  }
}
