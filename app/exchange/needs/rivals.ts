import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'

export type Rival = { organisation_id: string | null; cluster_id: string | null }

/** Organisations by short name or by name in any language, clusters by short name; null where one of them is not known. */
export async function rivalsNamed(
  tx: Tx,
  named: { organisations: readonly string[]; clusters: readonly string[] },
): Promise<Rival[] | null> {
  const found = new Map<string, Rival>()
  for (const name of named.organisations) {
    const id = await organisationNamed(tx, name)
    if (!id) return null
    found.set(id, { organisation_id: id, cluster_id: null })
  }
  for (const slug of named.clusters) {
    const row = await tx.selectFrom('cluster').select('id').where('slug', '=', slug).executeTakeFirst()
    if (!row) return null
    found.set(row.id, { organisation_id: null, cluster_id: row.id })
  }
  return [...found.values()]
}

async function organisationNamed(tx: Tx, name: string): Promise<string | null> {
  const row = await tx
    .selectFrom('organisation')
    .select('id')
    .where((where) =>
      where.or([
        where('slug', '=', name.toLowerCase()),
        sql<boolean>`exists (
          select from jsonb_each_text(organisation.name -> 'text') named where lower(named.value) = lower(${name}))`,
      ]),
    )
    .orderBy('slug')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes down from whom a need is kept, in place of what stood there. */
export async function keepFromRivals(tx: Tx, needId: string, rivals: readonly Rival[]): Promise<void> {
  await tx.deleteFrom('need_exclusion').where('need_id', '=', needId).execute()
  if (rivals.length === 0) return
  await tx
    .insertInto('need_exclusion')
    .values(rivals.map((rival) => ({ need_id: needId, ...rival })))
    .execute()
}
