import { randomBytes } from 'node:crypto'
import type { Tx } from '../db/tables.ts'
import { newId } from '../ids.ts'
import {
  type ActivityRecord,
  actorName,
  commitmentTo,
  type Facts,
  genesis,
  hashOf,
  type Json,
  type Opening,
  type Subject,
  type Via,
} from './link.ts'
import './tables.ts'

export type Actor = { person: string | null; organisation?: string | null; via: Via }

/** A personal value; it is the actor's own unless `of` names another person (null: somebody without an account). */
export type PersonalValue = string | { value: string; of: string | null }

export type Activity = {
  subject: Subject
  /** What happened, in the past tense: 'agreement.approved'. */
  verb: string
  actor: Actor
  /** Hashes, ids of things, counts. Nothing that names a person, not even a person's id: that goes into `personal`. */
  facts: Facts
  personal?: Record<string, PersonalValue>
  at: Date
}

/**
 * Appends one row to its subject's chain, in the caller's transaction: the act and its record stand or fall together.
 * Rows of one chain wait for each other here until commit, so record late, and several subjects always in the same order.
 * @throws TypeError for facts that hold a mail address or who acted, or a personal value with the reserved name: mistakes in the code.
 */
export async function recordActivity(tx: Tx, activity: Activity): Promise<{ id: string; seq: number; hash: string }> {
  refusePersonal(activity.facts, activity.actor.person)
  const values = openingsOf(activity)
  const before = await nextPlace(tx, activity.subject)
  const record: ActivityRecord = {
    id: newId(),
    subject: { kind: activity.subject.kind, id: activity.subject.id },
    seq: before.seq,
    at: activity.at.toISOString(),
    verb: activity.verb,
    actor: { organisation: activity.actor.organisation ?? null, via: activity.actor.via },
    facts: activity.facts,
    commitments: Object.fromEntries(values.map(({ name, ...opening }) => [name, commitmentTo(name, opening)])),
    previous: before.hash,
  }
  const hash = hashOf(record)
  await append(tx, record, hash)
  if (values.length > 0) {
    const rows = values.map(({ name, person, salt, value }) => ({
      activity_id: record.id,
      name,
      person_id: person,
      salt,
      value,
    }))
    await tx.insertInto('activity_personal').values(rows).execute()
  }
  return { id: record.id, seq: record.seq, hash }
}

/** Takes the next number of the chain; the row of the head stays locked until the transaction ends. */
async function nextPlace(tx: Tx, subject: Subject): Promise<{ seq: number; hash: string }> {
  const head = await tx
    .insertInto('activity_head')
    .values({ subject_kind: subject.kind, subject_id: subject.id, seq: 1, hash: Buffer.from(genesis, 'hex') })
    .onConflict((conflict) =>
      conflict.columns(['subject_kind', 'subject_id']).doUpdateSet((eb) => ({ seq: eb('activity_head.seq', '+', 1) })),
    )
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  return { seq: head.seq, hash: Buffer.from(head.hash).toString('hex') }
}

async function append(tx: Tx, record: ActivityRecord, hash: string): Promise<void> {
  const { subject, actor } = record
  await tx
    .insertInto('activity')
    .values({
      id: record.id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      seq: record.seq,
      at: new Date(record.at),
      verb: record.verb,
      actor_organisation_id: actor.organisation,
      actor_via: actor.via,
      facts: record.facts,
      commitments: record.commitments,
      previous: Buffer.from(record.previous, 'hex'),
      hash: Buffer.from(hash, 'hex'),
    })
    .execute()
  await tx
    .updateTable('activity_head')
    .set({ hash: Buffer.from(hash, 'hex') })
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
}

type NamedOpening = Opening & { name: string; person: string | null }

/** Who acted is personal data too: a person's id leads to the person for as long as anything else here knows it. */
function openingsOf({ actor, personal = {} }: Activity): NamedOpening[] {
  if (Object.hasOwn(personal, actorName)) throw new TypeError(`The name “${actorName}” is reserved for who acted`)
  const values: [string, PersonalValue][] = Object.entries(personal)
  if (actor.person) values.push([actorName, actor.person])
  return values.map(([name, value]) => ({
    name,
    salt: new Uint8Array(randomBytes(16)),
    ...(typeof value === 'string' ? { value, person: actor.person } : { value: value.value, person: value.of }),
  }))
}

/** The chain can never be cleaned, so the commonest slips are caught before they get in. */
function refusePersonal(fact: Json, person: string | null): void {
  if (typeof fact === 'string' && (fact === person || /[^\s@]@[^\s@]+\.[^\s@]/.test(fact))) {
    throw new TypeError('A mail address or the actor among the facts of an activity: that belongs into `personal`')
  }
  if (fact !== null && typeof fact === 'object') for (const part of Object.values(fact)) refusePersonal(part, person)
}
