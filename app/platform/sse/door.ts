import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { readRequestHead, type RequestHead } from './requestHead.ts'

/** More than any browser sends to a place that sets no cookies. */
const LONGEST_HEAD = 16 * 1024

const HEAD_MS = 10_000

const reasons: Record<number, string> = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  431: 'Request Header Fields Too Large',
  503: 'Service Unavailable',
}

/** The beginning of an answer. Its end is the end of the connection. */
export const answerHead = (status: number, fields: Record<string, string> = {}): string =>
  [
    `HTTP/1.1 ${status} ${reasons[status] ?? ''}`,
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
    '\r\n',
  ].join('\r\n')

type Answer = (head: RequestHead, socket: Socket) => Promise<void>

/**
 * A door for streams and nothing else: one request a connection, of which only the head is read, and then nothing is kept but the
 * socket. With node:http each viewer would keep parser, request and response as well: some 15 KiB instead of 4 (decision 0073).
 * @throws Error with `code` EADDRINUSE when the port is taken.
 */
export async function openDoor(
  { port, host }: { port: number; host: string },
  answer: Answer,
): Promise<{ port: number; close(): Promise<void> }> {
  /** Connections that have not said what they want, with what they said so far. */
  const unread = new Map<Socket, Buffer>()

  // Shared by all connections: ten thousand closures would be ten thousand too many.
  function gone(this: Socket) {
    unread.delete(this)
  }
  function late(this: Socket) {
    this.destroy()
  }
  function broken() {}

  function read(this: Socket, chunk: Buffer) {
    const bytes = Buffer.concat([unread.get(this) ?? Buffer.alloc(0), chunk])
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0 && bytes.length <= LONGEST_HEAD) return void unread.set(this, bytes)
    unread.delete(this)
    this.off('data', read).off('timeout', late).setTimeout(0)
    // Whatever else it says is not listened to.
    this.resume()
    const head = end < 0 ? null : readRequestHead(bytes.toString('latin1', 0, end))
    if (!head) return void this.end(answerHead(end < 0 ? 431 : 400))
    answer(head, this).catch(() => this.end(answerHead(503, { 'Retry-After': '5' })))
  }

  const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
    unread.set(socket, Buffer.alloc(0))
    socket.on('error', broken).once('close', gone).on('data', read).on('timeout', late).setTimeout(HEAD_MS)
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of unread.keys()) socket.destroy()
      await closed
    },
  }
}
