import { type Kysely, type RawBuilder, sql } from 'kysely'

type Column = { name: string; type: string }
export type MovedTable = {
  schema: string
  table: string
  /** `schema.table`, for people */ name: string
  columns: Column[]
}
type AnyDb = Kysely<unknown>

/** The schemas that hold our tables: our own, and the queue's. */
const schemas = sql`('public', 'jobs')`

export const tableRef = ({ schema, table }: Pick<MovedTable, 'schema' | 'table'>): RawBuilder<unknown> =>
  sql`${sql.id(schema, table)}`

/** Ordinary and partitioned tables with the columns that can be written; partitions are reached through their parent. */
export async function listTables(db: AnyDb): Promise<MovedTable[]> {
  const { rows } = await sql<Omit<MovedTable, 'name'>>`
    select n.nspname::text as schema, c.relname::text as table,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname in ${schemas} and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by 1, 2
    order by 1, 2`.execute(db)
  return rows.map((row) => ({ ...row, name: `${row.schema}.${row.table}` }))
}

/** About this many bytes travel at once. */
const BATCH = 4 * 1024 * 1024

/** Copies every row as the text PostgreSQL itself writes and reads, so no value passes through JavaScript's types. */
export async function copyRows(from: AnyDb, to: AnyDb, table: MovedTable): Promise<number> {
  const names = table.columns.map(({ name }) => name)
  const size = await batchSize(from, table)
  const texts = sql.join(names.map((name) => sql`${sql.id(name)}::text as ${sql.id(name)}`))
  await sql`declare moving no scroll cursor for select ${texts} from ${tableRef(table)}`.execute(from)
  let total = 0
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`fetch ${sql.lit(size)} from moving`.execute(from)
    if (rows.length === 0) break
    await insertTexts(to, table, rows)
    total += rows.length
  }
  await sql`close moving`.execute(from)
  return total
}

async function batchSize(db: AnyDb, table: MovedTable): Promise<number> {
  const widths = sql.join(
    table.columns.map(({ name }) => sql`coalesce(octet_length(${sql.id(name)}::text), 4)`),
    sql` + `,
  )
  const { rows } = await sql<{
    widest: number | null
  }>`select max(${widths})::bigint as widest from ${tableRef(table)}`.execute(db)
  return Math.max(1, Math.min(1000, Math.floor(BATCH / (rows[0]?.widest ?? 1))))
}

async function insertTexts(db: AnyDb, table: MovedTable, rows: Record<string, string | null>[]): Promise<void> {
  const ids = table.columns.map(({ name }) => sql.id(name))
  const lists = table.columns.map(({ name }) => sql`${rows.map((row) => row[name] ?? null)}::text[]`)
  const casts = table.columns.map(({ type }, at) => sql`${sql.id(`c${at}`)}::${sql.raw(type)}`)
  const positions = table.columns.map((_, at) => sql.id(`c${at}`))
  await sql`
    insert into ${tableRef(table)} (${sql.join(ids)}) overriding system value
    select ${sql.join(casts)} from unnest(${sql.join(lists)}) as moved (${sql.join(positions)})`.execute(db)
}

/** Number of rows and a digest of them all that does not depend on their order; files count by their own digest. */
export async function fingerprint(db: AnyDb, table: MovedTable): Promise<string> {
  const values = table.columns.map(({ name, type }) =>
    type === 'bytea' ? sql`encode(sha256(${sql.id(name)}), 'hex')` : sql`${sql.id(name)}::text`,
  )
  const { rows } = await sql<{ digest: string }>`
    select count(*) || ' ' || coalesce(md5(string_agg(digest, '' order by digest collate "C")), '') as digest
    from (select md5((array[${sql.join(values)}]::text[])::text) as digest from ${tableRef(table)}) as digests`.execute(
    db,
  )
  return rows[0]!.digest
}

/**
 * Empties the tables and lets `work` fill them in any order: foreign keys are taken off and put back, which checks every
 * row; triggers and forced row-level security rest meanwhile, for they have spoken when the rows were first written.
 */
export async function withoutRules<R>(db: AnyDb, tables: MovedTable[], work: () => Promise<R>): Promise<R> {
  const [keys, triggers, forced] = [await foreignKeys(db), await userTriggers(db), await forcedTables(db)]
  for (const { name, ...table } of triggers)
    await sql`alter table ${tableRef(table)} disable trigger ${sql.id(name)}`.execute(db)
  for (const { name, ...table } of keys)
    await sql`alter table ${tableRef(table)} drop constraint ${sql.id(name)}`.execute(db)
  for (const table of forced) await sql`alter table ${tableRef(table)} no force row level security`.execute(db)
  await sql`truncate ${sql.join(tables.map(tableRef))}`.execute(db)
  const result = await work()
  for (const table of forced) await sql`alter table ${tableRef(table)} force row level security`.execute(db)
  for (const { name, definition, ...table } of keys) {
    await sql`alter table ${tableRef(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(db)
  }
  for (const { name, mode, ...table } of triggers) {
    await sql`alter table ${tableRef(table)} ${sql.raw(mode)} trigger ${sql.id(name)}`.execute(db)
  }
  return result
}

type Trigger = { schema: string; table: string; name: string; mode: string }

/** Triggers that are not constraints and not switched off already, with the words that switch them on again as they were. */
async function userTriggers(db: AnyDb): Promise<Trigger[]> {
  const { rows } = await sql<Trigger>`
    select n.nspname::text as schema, c.relname::text as table, t.tgname::text as name,
      case t.tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end as mode
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and n.nspname in ${schemas}`.execute(db)
  return rows
}

type ForeignKey = { schema: string; table: string; name: string; definition: string }

async function foreignKeys(db: AnyDb): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select n.nspname::text as schema, c.relname::text as table, k.conname::text as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname in ${schemas}`.execute(db)
  return rows
}

async function forcedTables(db: AnyDb): Promise<{ schema: string; table: string }[]> {
  const { rows } = await sql<{ schema: string; table: string }>`
    select n.nspname::text as schema, c.relname::text as table
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relforcerowsecurity and n.nspname in ${schemas}`.execute(db)
  return rows
}

/** Counters go on where they stood. */
export async function copySequences(from: AnyDb, to: AnyDb): Promise<void> {
  const { rows } = await sql<{ name: string; last: string }>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
    from pg_sequences where schemaname in ${schemas} and last_value is not null`.execute(from)
  for (const { name, last } of rows) await sql`select setval(${name}::regclass, ${last}::bigint)`.execute(to)
}
