import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../../accounts/activity.ts'
import { subjectOf } from './activity.ts'
import type { ImportChoices } from './choices.ts'
import { detectColumns, fingerprintOf } from './mapping/detecting.ts'
import { keepsListOf } from '../lists.ts'
import type { ListCluster } from '../lists.ts'
import { readTable } from './reading/reading.ts'
import type { ReadingRefusal, Table } from './reading/table.ts'

export type Upload = { fileName: string; bytes: Uint8Array; language: Locale }

/** Takes a member list in and reads it. Nothing reaches the cluster's list before it is applied. */
export async function uploadList(
  services: Services,
  scope: Scope,
  cluster: ListCluster,
  upload: Upload,
): Promise<{ id: string } | ReadingRefusal | { refused: 'not-yours' }> {
  if (!keepsListOf(scope, cluster)) return { refused: 'not-yours' }
  const table = await readTable(upload.bytes, {})
  if ('refused' in table) return table
  const now = services.clock.now()
  const id = newId()
  return transaction(services.database.db, async (tx) => {
    const remembered = await tx
      .selectFrom('import_mapping')
      .select('choices')
      .where('cluster_id', '=', cluster.id)
      .where('fingerprint', '=', fingerprintOf(table.headers))
      .executeTakeFirst()
    const choices = firstChoices(table, cluster, upload.language, remembered?.choices)
    await tx
      .insertInto('member_import')
      .values({
        id,
        cluster_id: cluster.id,
        created_by: scope.person?.personId ?? null,
        created_at: now,
        file_name: upload.fileName.slice(-200),
        kind: table.kind,
        bytes: upload.bytes.length,
        choices: json(choices),
        revision: 1,
      })
      .execute()
    await tx.insertInto('import_file').values({ import_id: id, contents: upload.bytes }).execute()
    await recordActivity(tx, {
      subject: subjectOf(cluster.id),
      verb: 'members.list-uploaded',
      actor: actorOf(scope, cluster.managingOrganisationId),
      facts: { import: id, rows: table.rows.length },
      at: now,
    })
    return { id }
  })
}

/** What was chosen the last time for such a list, as far as the file leaves it open. */
function firstChoices(
  table: Table,
  cluster: ListCluster,
  language: Locale,
  remembered: ImportChoices | undefined,
): ImportChoices {
  const columns = remembered?.columns?.length === table.headers.length ? remembered.columns : detectColumns(table)
  return {
    columns,
    country: remembered?.country ?? cluster.country,
    language: remembered?.language ?? language,
    visibility: remembered?.visibility ?? 'coordinators',
  }
}
