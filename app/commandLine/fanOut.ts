import { listenFanOut } from '../ceremonies/live/fanOut.ts'
import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/db/open.ts'
import { jsonLog, silentLog } from '../platform/log.ts'
import { CommandRefused } from './sentences.ts'
import { stopOnSignal } from './stopping.ts'

/** `musubi fan-out`: the streams of public boards, beside the web processes on the same PostgreSQL. */
export async function fanOut(): Promise<void> {
  const config = readConfig(process.env, { demo: false, keyless: true })
  if (!config.databaseUrl) {
    throw new CommandRefused(
      'The fan-out process shares a PostgreSQL with the web processes: set DATABASE_URL. On the embedded database Musubi delivers its boards itself.',
    )
  }
  const log = config.logLevel === 'silent' ? silentLog : jsonLog
  const lost = (error: Error) => log('database-connection-lost', { error: error.message })
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDirectory: null, lost })
  const door = await listenFanOut(config, database, log)
  console.log(`Musubi delivers boards on port ${door.port}.`)
  stopOnSignal(async () => {
    await door.close()
    await database.close()
  })
}
