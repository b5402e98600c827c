import type { ColumnType, Kysely, Transaction } from 'kysely'

/**
 * Every table of the database. Empty here: each feature declares its own tables beside its code, with
 * `declare module '../platform/db/tables.ts' { interface Tables { agreement: AgreementTable } }`.
 *
 * How values arrive, on both databases alike (see `values.ts`): `uuid`, `text`, `numeric`, `time`, `interval` and `date` as
 * string (a date is 'YYYY-MM-DD'), `timestamptz` as Date, `bigint` as number, `jsonb` parsed, `bytea` as Uint8Array.
 */
// An interface, because only interfaces merge.
export interface Tables {}

/** The database outside a transaction. Verbs that write take it and open their own transaction with `transaction`. */
export type Db = Kysely<Tables>

/** The database inside one transaction. */
export type Tx = Transaction<Tables>

/** A column the database fills when nothing is given. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>
