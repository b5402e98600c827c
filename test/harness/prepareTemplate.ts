import { migrate } from '../../app/platform/db/migrate.ts'
import type { Database } from '../../app/platform/db/open.ts'
import { openBoss } from '../../app/platform/jobs/boss.ts'
import { silentLog } from '../../app/platform/log.ts'
import { migrations } from '../../migrations/index.ts'

/** What every test database begins with: our tables and, because making them takes seconds, those of the queue. */
export async function prepareTemplate(database: Database): Promise<void> {
  await migrate(database, migrations)
  const boss = await openBoss(database, false, silentLog)
  await boss.stop()
}
