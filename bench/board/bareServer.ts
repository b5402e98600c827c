// The least that can be done: every response written to, one after another. What the fan-out process is measured against.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { freePort } from '../../test/harness/freePort.ts'
import { now, report } from './reporting.ts'

const viewers = new Set<ServerResponse>()
const sent: [number, number][] = []
const filler = 'x'.repeat(Number(process.env['BYTES']) - 30)

const server = createServer((_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write('retry: 1000\n\n')
  viewers.add(response)
  response.once('close', () => viewers.delete(response))
})

report(sent, {
  broadcast() {
    const id = sent.length + 1
    const bytes = Buffer.from(`id: ${id}\ndata: "${filler}"\n\n`)
    sent.push([id, now()])
    for (const viewer of viewers) viewer.write(bytes)
  },
})
server.listen(await freePort(), '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
