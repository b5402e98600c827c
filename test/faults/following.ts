import { get, type ClientRequest } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Board } from '../../app/ceremonies/board.ts'
import { patched } from '../../app/ceremonies/live/patch.ts'

/** The name that the processes under test are known by. */
const HOST = 'localhost:3000'

/** A viewer who goes on watching whatever happens to the server, as a browser's EventSource does. */
export type Follower = {
  board(): Board | null
  /** Numbers in the order in which they were shown. */
  shown: number[]
  /** How long each cut lasted, from its notice to the next word (milliseconds). */
  cuts: number[]
  /** Until the board has this number. */
  knows(seq: number): Promise<void>
  stop(): void
}

export function follow(port: number, path: string): Follower {
  const shown: number[] = []
  const cuts: number[] = []
  let board: Board | null = null
  let retry = 500
  let cutAt: number | null = null
  const away = new AbortController()
  let request: ClientRequest | undefined
  let moved = () => {}

  function hear(text: string): void {
    const fields = Object.fromEntries(
      text.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    )
    if (cutAt !== null) cuts.push(performance.now() - cutAt)
    cutAt = null
    if (fields['retry']) retry = Number(fields['retry'])
    if (!fields['event']) return
    const told = JSON.parse(fields['data'] ?? '') as Board
    board = fields['event'] === 'board' || !board ? told : patched(board, told)
    shown.push(Number(fields['id']))
    moved()
  }

  function once(): Promise<void> {
    return new Promise((resolve) => {
      const headers = { host: HOST, ...(board ? { 'last-event-id': String(board.seq) } : {}) }
      request = get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
        let rest = ''
        if (response.statusCode !== 200) response.resume()
        else
          response.setEncoding('utf8').on('data', (text: string) => {
            const parts = (rest + text).split('\n\n')
            rest = parts.pop() ?? ''
            parts.forEach(hear)
          })
        response.once('close', resolve)
      })
      request.on('error', () => resolve())
    })
  }

  async function forever(): Promise<void> {
    while (!away.signal.aborted) {
      await once()
      cutAt ??= performance.now()
      if (!away.signal.aborted) await wait(retry)
    }
  }

  void forever()
  return {
    board: () => board,
    shown,
    cuts,
    async knows(seq) {
      const enough = () => (board?.seq ?? 0) >= seq
      while (!enough()) await new Promise<void>((resolve) => (moved = resolve))
    },
    stop() {
      away.abort()
      request?.destroy()
    },
  }
}
