import { sql } from 'kysely'
import type { Db, Tx } from '../db/tables.ts'
import { transaction } from '../db/transaction.ts'
import type { Anchor, Chain, KnownHead } from './check.ts'
import { type ActivityRecord, actorName, type Facts, type Link, type Opening, type Subject } from './link.ts'
import type { ActivityTable } from './tables.ts'

/** One row for the eye: personal values that were erased are simply absent. */
export type ActivityEntry = {
  id: string
  seq: number
  at: Date
  verb: string
  actor: ActivityRecord['actor'] & { person: string | null }
  facts: Facts
  personal: Record<string, string>
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** What happened to one subject, newest first. `before` is the `seq` of the last entry already seen. */
export async function activityOf(
  db: Db | Tx,
  subject: Subject,
  { limit = 50, before }: { limit?: number; before?: number } = {},
): Promise<ActivityEntry[]> {
  let query = rowsOf(db, subject).orderBy('seq', 'desc').limit(limit)
  if (before !== undefined) query = query.where('seq', '<', before)
  const rows = await query.execute()
  if (rows.length === 0) return []
  const values = await db
    .selectFrom('activity_personal')
    .select(['activity_id', 'name', 'value'])
    .where(
      'activity_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const personal = Map.groupBy(values, (value) => value.activity_id)
  return rows.map((row) => {
    const named = Object.fromEntries((personal.get(row.id) ?? []).map(({ name, value }) => [name, value]))
    const { [actorName]: person = null, ...others } = named
    const { id, seq, at, verb, facts } = row
    return { id, seq, at, verb, actor: { ...recordOf(row).actor, person }, facts, personal: others }
  })
}

/** The last row of a chain, or null where nothing was recorded yet. */
export async function headOf(db: Db | Tx, subject: Subject): Promise<KnownHead | null> {
  const row = await db
    .selectFrom('activity_head')
    .select(['seq', 'hash'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .executeTakeFirst()
  return row ? { seq: row.seq, hash: hex(row.hash) } : null
}

/** The time-stamps that are kept for a chain, oldest first. */
export async function anchorsOf(db: Db | Tx, subject: Subject): Promise<Anchor[]> {
  const rows = await db
    .selectFrom('activity_anchor')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('seq')
    .orderBy('at')
    .execute()
  return rows.map(({ seq, hash, at, service, trial, token }) => ({ seq, hash: hex(hash), at, service, trial, token }))
}

/** Everything the database holds about one chain, as of one moment: somebody may be writing to it meanwhile. */
export function readChain(
  db: Db | Tx,
  subject: Subject,
): Promise<Chain & { openings: Map<string, Map<string, Opening>> }> {
  return transaction(db, async (tx) => {
    if (!db.isTransaction) await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    const rows = await rowsOf(tx, subject).orderBy('seq').orderBy('id').execute()
    return {
      subject,
      links: rows.map((row): Link => ({ record: recordOf(row), hash: hex(row.hash) })),
      openings: await openingsOf(tx, subject),
      anchors: await anchorsOf(tx, subject),
      known: [],
      head: await headOf(tx, subject),
    }
  })
}

const rowsOf = (db: Db | Tx, subject: Subject) =>
  db.selectFrom('activity').selectAll().where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id)

function recordOf(row: ActivityTable): ActivityRecord {
  return {
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    seq: row.seq,
    at: row.at.toISOString(),
    verb: row.verb,
    actor: { organisation: row.actor_organisation_id, via: row.actor_via },
    facts: row.facts,
    commitments: row.commitments,
    previous: hex(row.previous),
  }
}

async function openingsOf(tx: Tx, subject: Subject): Promise<Map<string, Map<string, Opening>>> {
  const rows = await tx
    .selectFrom('activity_personal')
    .innerJoin('activity', 'activity.id', 'activity_personal.activity_id')
    .select([
      'activity_personal.activity_id',
      'activity_personal.name',
      'activity_personal.salt',
      'activity_personal.value',
    ])
    .where('activity.subject_kind', '=', subject.kind)
    .where('activity.subject_id', '=', subject.id)
    .execute()
  const openings = new Map<string, Map<string, Opening>>()
  for (const { activity_id, name, salt, value } of rows) {
    const values = openings.get(activity_id) ?? new Map<string, Opening>()
    openings.set(activity_id, values.set(name, { salt, value }))
  }
  return openings
}
