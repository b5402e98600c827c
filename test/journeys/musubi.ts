import { loadDemonstration } from '../../app/examples/demonstration.ts'
import { listen } from '../../app/http.ts'
import { root, startServices } from '../../app/main.ts'
import { readConfig } from '../../app/platform/config.ts'
import type { Services } from '../../app/web/env.ts'
import { freePort } from '../harness/freePort.ts'

/** A Musubi with its door open, as `npm start` gives it, on a database that is gone afterwards. */
export type OpenMusubi = {
  origin: string
  services: Services
  /** Runs every job that is due. @throws the first failure. */
  work(): Promise<void>
  close(): Promise<void>
}

export async function openMusubi(): Promise<OpenMusubi> {
  const port = await freePort()
  const environment = {
    PORT: String(port),
    MUSUBI_ORIGIN: `http://localhost:${port}`,
    MUSUBI_LOG: process.env['MUSUBI_LOG'] ?? 'silent',
  }
  const config = readConfig(environment, { demo: true })
  // Jobs run when a test says so: what it then looks at is there.
  const { services, stop } = await startServices(config, { inMemory: true, attended: false })
  await loadDemonstration(services, root, () => {})
  const door = await listen(services)
  return {
    origin: config.origin,
    services,
    async work() {
      const { failed } = await services.jobs.drain()
      if (failed[0]) throw failed[0].error
    },
    async close() {
      await door.close()
      await stop()
    },
  }
}
