import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { freePort } from '../harness/freePort.ts'

/** A way to a server, which can be cut like a cable without harm to anybody else who uses that server. */
export type Road = { port: number; open(): Promise<void>; close(): void }

export async function roadTo(server: number): Promise<Road> {
  const port = await freePort()
  const sockets = new Set<Socket>()
  const gate = createServer((near) => {
    const far = connect(server, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    near.pipe(far).pipe(near)
  })
  const open = async () => {
    gate.listen(port, '127.0.0.1')
    await once(gate, 'listening')
  }
  const close = () => {
    gate.close()
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  await open()
  return { port, open, close }
}
