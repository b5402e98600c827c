import { type Kysely, sql } from 'kysely'

/** A member's logo; and certificates by the day they end, for whoever has to renew them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member_logo (
      organisation_id uuid primary key references member_profile on delete cascade,
      media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
      bytes bytea not null,
      changed_by uuid references person,
      changed_at timestamptz not null
    )`.execute(db)
  await sql`alter table member_logo enable row level security`.execute(db)
  await sql`create index profile_part_certificates on profile_part (organisation_id) where field_group = 'certificates'`.execute(
    db,
  )
}
