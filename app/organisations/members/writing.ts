import { actorOf } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import { type Actor, recordActivity } from '../../platform/audit/record.ts'
import { json } from '../../platform/db/values.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import type { Services } from '../../web/env.ts'
import { readContent } from './contents.ts'
import { homesOf, keepsProfile } from './policy.ts'
import type { FieldGroup, PartContents, Visibility } from './profile.ts'

export type PartInput<Group extends FieldGroup = FieldGroup> = {
  organisationId: string
  group: Group
  content: PartContents[Group]
  visibility: Visibility
  /** The revision the writer saw; 0 where there was none. Left out, whatever is there is written over. */
  basedOn?: number
}

export type WritingRefusal =
  | { refused: 'not-yours' }
  | { refused: 'no-profile' }
  | { refused: 'changed-meanwhile' }
  | { refused: 'unreadable-part' }

/** Writes one part of a member's profile, and who may see it. */
export const writePart = (
  services: Services,
  scope: Scope,
  input: PartInput,
): Promise<{ revision: number } | WritingRefusal> =>
  transaction(services.database.db, (tx) => writePartIn(tx, scope, input, services.clock.now()))

/** The same as part of a greater act. */
export async function writePartIn(
  tx: Tx,
  scope: Scope,
  input: PartInput,
  now: Date,
): Promise<{ revision: number } | WritingRefusal> {
  const homes = await homesOf(tx, input.organisationId, now.toISOString().slice(0, 10))
  if (!keepsProfile(scope, input.organisationId, homes)) return { refused: 'not-yours' }
  return storePart(tx, { actor: actorOf(scope, input.organisationId), through: null }, input, now)
}

/** Who writes: somebody signed in, or whoever has the link of a mail. */
type Hand = { actor: Actor; through: string | null }

/** Writes a part for a hand that was found to be allowed to. */
export async function storePart(
  tx: Tx,
  { actor, through }: Hand,
  { organisationId, group, content, visibility, basedOn }: PartInput,
  now: Date,
): Promise<{ revision: number } | Exclude<WritingRefusal, { refused: 'not-yours' }>> {
  const read = readContent(group, content)
  if (!read) return { refused: 'unreadable-part' }
  const profile = await tx
    .selectFrom('member_profile')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!profile) return { refused: 'no-profile' }
  const before = await tx
    .selectFrom('profile_part')
    .select(['revision', 'visibility'])
    .where('organisation_id', '=', organisationId)
    .where('field_group', '=', group)
    .executeTakeFirst()
  if (basedOn !== undefined && basedOn !== (before?.revision ?? 0)) return { refused: 'changed-meanwhile' }
  const revision = (before?.revision ?? 0) + 1
  const row = {
    content: json(read),
    visibility,
    revision,
    changed_by: actor.person,
    changed_through: through,
    changed_at: now,
  }
  await tx
    .insertInto('profile_part')
    .values({ organisation_id: organisationId, field_group: group, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'field_group']).doUpdateSet(row))
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'organisation', id: organisationId },
    verb: 'profile.written',
    actor,
    facts: { part: group, revision, visibility, visibilityBefore: before?.visibility ?? null, request: through },
    at: now,
  })
  return { revision }
}
