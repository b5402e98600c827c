// The door of the fan-out process and nothing else, so that it is up soon after it was killed. Run by `ceremony.server.test.ts`.
import { listenFanOut } from '../../app/ceremonies/live/fanOut.ts'
import { openDatabase } from '../../app/platform/db/open.ts'

const database = await openDatabase({ databaseUrl: process.env['DATABASE_URL'], dataDirectory: null })
const livePort = Number(process.env['PORT'])
const config = {
  host: '127.0.0.1',
  livePort,
  liveOrigin: undefined,
  origin: 'http://localhost:3000',
  viewersPerAddress: 9,
}
await listenFanOut(config, database, () => {})
console.log('ready')
