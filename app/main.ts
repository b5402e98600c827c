import { dirname } from 'node:path'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrations } from '../migrations/index.ts'
import type { Config } from './platform/config.ts'
import { migrate } from './platform/db/migrate.ts'
import { openDatabase } from './platform/db/open.ts'
import { startJobs } from './platform/jobs/start.ts'
import { jsonLog, silentLog } from './platform/log.ts'
import { installationSecret, secretsOf } from './platform/secrets.ts'
import { systemClock } from './platform/clock.ts'
import { zoomProvider } from './events/access/providers/zoom/provider.ts'
import { allJobs } from './jobs.ts'
import { timestampService } from './timestamps.ts'
import { readAssets } from './web/assets.ts'
import type { Services } from './web/env.ts'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export type Running = { services: Services; stop(): Promise<void> }

/**
 * Everything but the door: settings → database → jobs. `http.ts` opens the door.
 * @throws what the database says when it cannot be opened; see `platform/db/failures.ts`.
 */
export async function startServices(
  config: Config,
  options: { inMemory?: boolean; attended?: boolean; alone?: boolean; assets?: Services['assets'] } = {},
): Promise<Running> {
  const log = config.logLevel === 'silent' ? silentLog : jsonLog
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataDirectory: options.inMemory ? null : join(config.dataDirectory, 'database'),
    lost: (error) => log('database-connection-lost', { error: error.message }),
  })
  await migrate(database, migrations)
  const secret = options.inMemory ? crypto.randomUUID() + crypto.randomUUID() : installationSecret(config)
  // Jobs act through the same services as pages do; they are started last and find them here.
  const services = {
    config,
    database,
    clock: systemClock,
    log,
    assets: options.assets ?? readAssets(root),
    secrets: secretsOf(secret),
  } as Services
  services.timestamps = timestampService(services)
  if (config.zoom) services.webinars = zoomProvider(config.zoom, services.clock)
  services.jobs = await startJobs(database, allJobs(services), {
    attended: options.attended ?? true,
    alone: options.alone ?? false,
    log,
  })
  return {
    services,
    async stop() {
      await services.jobs.stop()
      await database.close()
    },
  }
}
