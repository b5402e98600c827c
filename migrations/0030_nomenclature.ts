import { type Kysely, sql } from 'kysely'

/** The European nomenclature of devices, as the operator loaded it from the official workbook. It is not part of Musubi. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table emdn_term (
      code text primary key,
      -- Null for the categories.
      parent text references emdn_term deferrable initially deferred,
      term text not null,
      loaded_at timestamptz not null
    )`.execute(db)
  await sql`create index emdn_term_parent on emdn_term (parent)`.execute(db)
}
