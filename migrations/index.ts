import type { Migration } from '../app/platform/db/migrate.ts'
import * as platform from './0001_platform.ts'
import * as organisations from './0002_organisations.ts'
import * as accounts from './0003_accounts.ts'
import * as activity from './0004_activity.ts'
import * as agreements from './0005_agreements.ts'
import * as mail from './0006_mail.ts'

/** Every migration, in order: one line each. A list, so that nothing depends on reading a folder. */
export const migrations: readonly Migration[] = [
  { name: '0001_platform', up: platform.up },
  { name: '0002_organisations', up: organisations.up },
  { name: '0003_accounts', up: accounts.up },
  { name: '0004_activity', up: activity.up },
  { name: '0005_agreements', up: agreements.up },
  { name: '0006_mail', up: mail.up },
]
