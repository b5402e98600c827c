// Ten thousand browsers, as far as a socket is concerned: each asks for the stream and notes when which message has arrived.
import { connect } from 'node:net'
import { now, report } from './reporting.ts'

const [, , port = '', path = '', count = ''] = process.argv
const VIEWERS = Number(count)
const AT_ONCE = 200

const arrived = new Map<number, number[]>()
const ids = new Int32Array(VIEWERS)
/** What arrives is looked at and forgotten, so all share one buffer. */
const buffer = Buffer.alloc(64 * 1024)

report([], { arrived: () => process.send?.({ arrived: [...arrived] }) })
let opened = 0
await Promise.all(Array.from({ length: Math.min(AT_ONCE, VIEWERS) }, openUntilEnough))
process.send?.('ready')

async function openUntilEnough(): Promise<void> {
  while (opened < VIEWERS) await open(opened++)
}

function open(viewer: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let begun = false
    const callback = (length: number, bytes: Uint8Array) => {
      read(viewer, bytes.subarray(0, length) as Buffer)
      if (!begun) resolve()
      begun = true
      return true
    }
    const socket = connect({ host: '127.0.0.1', port: Number(port), onread: { buffer, callback } })
    socket.on('error', reject)
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`)
  })
}

/** A message has arrived with its empty line. A board that comes whole at the beginning is no broadcast. */
function read(viewer: number, bytes: Buffer): void {
  const at = bytes.indexOf('id: ')
  if (at >= 0 && bytes.indexOf('event: board') < 0)
    ids[viewer] = Number.parseInt(bytes.toString('latin1', at + 4, at + 14), 10)
  const id = ids[viewer] ?? 0
  if (id === 0 || bytes.lastIndexOf('\n\n') < 0) return
  ids[viewer] = 0
  const times = arrived.get(id) ?? []
  times.push(now())
  arrived.set(id, times)
}
