// The fan-out process as `musubi fan-out` starts it, with one ear on when its broadcasts begin.
import { listenFanOut } from '../../app/ceremonies/live/fanOut.ts'
import { openDatabase } from '../../app/platform/db/open.ts'
import { freePort } from '../../test/harness/freePort.ts'
import { now, report } from './reporting.ts'

const sent: [number, number][] = []
const database = await openDatabase({ databaseUrl: process.env['DATABASE_URL'], dataDirectory: null })
const livePort = await freePort()
const config = {
  host: '127.0.0.1',
  livePort,
  liveOrigin: undefined,
  origin: 'http://localhost:3000',
  viewersPerAddress: 100_000,
}
report(sent)
const { port } = await listenFanOut(config, database, (event, facts) => {
  if (event === 'board-moved') sent.push([Number(facts?.['seq']), now()])
})
process.send?.({ port })
