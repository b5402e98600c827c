import type { Hono } from 'hono'
import { startSession } from '../../app/accounts/session.ts'
import { installationAuthority } from '../../app/agreements/custody.ts'
import { allJobs } from '../../app/jobs.ts'
import { settableClock } from '../../app/platform/clock.ts'
import { type Config, readConfig } from '../../app/platform/config.ts'
import type { Database } from '../../app/platform/db/open.ts'
import { transaction } from '../../app/platform/db/transaction.ts'
import { startJobs } from '../../app/platform/jobs/start.ts'
import { mailById, outboxOf, type StoredMail } from '../../app/platform/mail/outbox.ts'
import { secretsOf } from '../../app/platform/secrets.ts'
import { timestampService } from '../../app/timestamps.ts'
import { createApplication } from '../../app/web/application.ts'
import type { Env, Routes, Services } from '../../app/web/env.ts'
import { testDatabase } from './testDatabase.ts'

export const testOrigin = 'http://localhost:3000'

/** Tuesday 22 March 2022, 17:00 in Kobe. */
export const testStart = new Date('2022-03-22T08:00:00Z')

export type TestApplication = {
  services: Services & { clock: ReturnType<typeof settableClock> }
  app: Hono<Env>
  db: Database['db']
  /** Asks for a page: `get('/en/account', { cookie })`. Redirects are not followed. */
  get(path: string, options?: RequestOptions): Promise<Response>
  /** Sends a form as this site's own pages do. */
  post(path: string, form?: Record<string, string | string[]>, options?: RequestOptions): Promise<Response>
  /** Signs somebody in without the ceremony. @returns the value for a `Cookie` header. */
  signIn(person: { id: string } | string): Promise<string>
  /** Runs every job that is due. @throws the first failure. */
  drain(): Promise<void>
  /** Mails to an address, newest first. */
  mailsTo(address: string): Promise<StoredMail[]>
}

export type RequestOptions = { cookie?: string | undefined; headers?: Record<string, string> }

type TestOptions = {
  /** Only these features' routes; all of `app/routes.ts` unless told. */
  features?: readonly Routes[]
  config?: Partial<Config>
  /** A database of its own; the worker's shared one unless told. */
  database?: Database
  log?: Services['log']
}

/** Musubi without a door: the worker's test database, a clock to set, jobs that run when told, mails that stay in the outbox. */
export async function testApplication(options: TestOptions = {}): Promise<TestApplication> {
  const features = options.features ?? (await import('../../app/routes.ts')).features
  const services = await testServices(options)
  const app = createApplication(services, features)
  const { db } = services.database
  const ask = (path: string, init: RequestInit, { cookie, headers = {} }: RequestOptions = {}) =>
    Promise.resolve(
      app.request(`${services.config.origin}${path}`, {
        ...init,
        redirect: 'manual',
        headers: { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}), ...headers },
      }),
    )
  return {
    services,
    app,
    db,
    get: (path, request) => ask(path, {}, request),
    post: (path, form = {}, request) =>
      ask(
        path,
        {
          method: 'POST',
          body: formBody(form),
          headers: { origin: services.config.origin, 'content-type': 'application/x-www-form-urlencoded' },
        },
        request,
      ),
    async signIn(person) {
      const personId = typeof person === 'string' ? person : person.id
      const session = { personId, method: 'demonstration' as const, device: '' }
      const token = await transaction(db, (tx) => startSession(tx, session, services.clock.now()))
      return `${services.config.origin.startsWith('https:') ? '__Host-' : ''}session=${token}`
    },
    async drain() {
      const { failed } = await services.jobs.drain()
      if (failed[0]) throw failed[0].error
    },
    async mailsTo(address) {
      const found = await outboxOf(db, { address })
      return Promise.all(found.map(async ({ id }) => (await mailById(db, id)) as StoredMail))
    },
  }
}

async function testServices(options: TestOptions): Promise<TestApplication['services']> {
  const database = options.database ?? (await testDatabase())
  const services = {
    config: { ...readConfig({ MUSUBI_ORIGIN: testOrigin, MUSUBI_LOG: 'silent' }, { demo: false }), ...options.config },
    database,
    clock: settableClock(testStart),
    log: options.log ?? (() => {}),
    assets: { css: '/assets/x.css', island: (name: string) => `/assets/${name}.js`, directory: '/nowhere' },
    secrets: secretsOf('one secret for all tests: they share a database'),
  } as unknown as TestApplication['services']
  services.timestamps = timestampService(services)
  await makeAuthorityOf(services)
  services.jobs = await startJobs(database, allJobs(services), { attended: false })
  return services
}

const withAuthority = new WeakMap<Database, Set<boolean>>()

/**
 * The authority is valid from when it was first needed. Tests that share a database each have a clock of their own: whoever set theirs
 * forward before the first signature would leave the others an authority of the future.
 */
async function makeAuthorityOf(services: Services): Promise<void> {
  const made = withAuthority.get(services.database) ?? new Set()
  withAuthority.set(services.database, made)
  if (made.has(services.config.demo)) return
  made.add(services.config.demo)
  await installationAuthority({ ...services, clock: settableClock(new Date('2022-01-01T00:00:00Z')) })
}

function formBody(form: Record<string, string | string[]>): string {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one): [string, string] => [name, one]) : [[name, value] as [string, string]],
  )
  return new URLSearchParams(entries).toString()
}

/** The token at the end of the first link to this site in a mail that goes to `path`: `/sign-in/`, `/invitations/`. */
export function tokenIn(mail: StoredMail | undefined, path: string): string {
  const found = mail?.text?.match(new RegExp(`https?://[^\\s]+${path}([\\w-]+)`))
  if (!found?.[1]) throw new Error(`No link to ${path} in the mail “${mail?.subject}”`)
  return found[1]
}
