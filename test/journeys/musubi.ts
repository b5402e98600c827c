import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { loadDemonstration } from '../../app/examples/demonstration.ts'
import { listen } from '../../app/http.ts'
import { root, startServices } from '../../app/main.ts'
import { readConfig } from '../../app/platform/config.ts'
import { mailById, outboxOf, type StoredMail } from '../../app/platform/mail/outbox.ts'
import type { Services } from '../../app/web/env.ts'

/** A Musubi with its door open, as `npm start` gives it, on a database that is gone afterwards. */
export type OpenMusubi = {
  origin: string
  services: Services
  /** Runs every job that is due. @throws the first failure. */
  work(): Promise<void>
  /** The newest mail to an address. @throws when there is none. */
  newestMail(address: string, kind?: string): Promise<StoredMail>
  close(): Promise<void>
}

export async function openMusubi(): Promise<OpenMusubi> {
  const port = await freePort()
  const environment = { PORT: String(port), MUSUBI_ORIGIN: `http://localhost:${port}`, MUSUBI_LOG: 'silent' }
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
    async newestMail(address, kind) {
      const mails = await outboxOf(services.database.db, { address })
      for (const { id } of mails) {
        const mail = await mailById(services.database.db, id)
        if (mail && (!kind || mail.kind === kind)) return mail
      }
      throw new Error(`There is no mail to ${address}`)
    },
    async close() {
      await door.close()
      await stop()
    },
  }
}

/** Below 32768, where systems take ports for outgoing connections from. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (isFree) return port
  }
}
