import { type Kysely, sql } from 'kysely'

/** Who took over from whom, and what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table handover (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      from_person_id uuid not null references person,
      to_person_id uuid not null references person,
      note text,
      moved jsonb not null,
      handed_over_by uuid references person,
      handed_over_at timestamptz not null
    )`.execute(db)
  await sql`create index handover_organisation on handover (organisation_id)`.execute(db)
}
