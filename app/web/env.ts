import type { Context, Hono } from 'hono'
import type { Scope } from '../accounts/scope.ts'
import type { Provider } from '../events/access/providers/provider.ts'
import type { Locale } from '../language/locales.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/db/open.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { Jobs } from '../platform/jobs/start.ts'
import type { Log } from '../platform/log.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { LiveBoards } from '../platform/sse/liveBoards.ts'
import type { TimestampService } from '../signatures/timestamp/service.ts'
import type { Assets } from './assets.ts'

/** What a running Musubi has at hand. Made once in `main.ts` (or by a test) and handed to every request and job. */
export type Services = {
  config: Config
  database: Database
  clock: Clock
  log: Log
  jobs: Jobs
  assets: Assets
  /** Stamps digests for signatures and for the activity record's heads. */
  timestamps: TimestampService
  /** Makes webinars and lets people in; absent where none is configured. */
  webinars?: Provider
  /** Locks keys that rest in the database. */
  secrets: Secrets
  /** Boards that people follow; none where there is no door (commands, most tests). */
  live?: LiveBoards
}

export type Env = {
  Variables: {
    services: Services
    scope: Scope
    locale: Locale
    t: Catalogue
    requestId: string
  }
}

export type Web = Context<Env>

/** A feature's routes: it adds them to the application it is given. Pages are mounted below `/:locale`. */
export type Routes = (app: Hono<Env>) => void
