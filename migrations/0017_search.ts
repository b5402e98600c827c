import { type Kysely, sql } from 'kysely'

/** By which words members are found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_term (
      id int generated always as identity primary key,
      term text not null unique,
      frequency int not null
    )`.execute(db)
}
