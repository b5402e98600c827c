import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

/** The short name of the entry that a merged one has become; null where none of that name was merged. */
export async function mergedInto(db: Db, slug: string): Promise<string | null> {
  const { rows } = await sql<{ slug: string }>`
    with recursive way as (
      select kept_id, 1 as steps from organisation_merge where gone_slug = ${slug} and undone_at is null
      union all
      select next.kept_id, way.steps + 1 from way
      join organisation_merge next on next.gone_id = way.kept_id and next.undone_at is null
      where way.steps < 20
    )
    select organisation.slug from way join organisation on organisation.id = way.kept_id
    order by way.steps desc limit 1`.execute(db)
  return rows[0]?.slug ?? null
}
