import { actorOf } from '../accounts/activity.ts'
import type { Scope } from '../accounts/scope.ts'
import { fileTypeOf, LARGEST_PAPER } from '../agreements/papers.ts'
import type { CalendarDate } from '../language/dates.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { putBlob } from '../platform/storage/blobs.ts'
import type { Services } from '../web/env.ts'
import { type DayRefusal, refusedDay } from './days.ts'
import { type Outcome, type Results, resultsOf } from './results.ts'
import type { OutcomeKind } from './tables.ts'

export type NewOutcome = {
  kind: OutcomeKind
  happenedOn: CalendarDate
  note: string
  link: string | null
  /** PDF, PNG or JPEG. */
  file: { name: string; bytes: Uint8Array } | null
}

export type OutcomeRefusal = {
  refused: 'not-there' | DayRefusal | 'reason-missing' | 'not-yours' | 'file-too-large' | 'other-file'
}

/** Somebody who took part reports what came of it. */
export function reportOutcome(
  services: Services,
  scope: Scope,
  reference: string,
  input: NewOutcome,
): Promise<{ id: string } | OutcomeRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const results = await resultsOf(tx, scope, reference)
    const [speaker] = results?.speaksFor ?? []
    if (!results || !speaker) return { refused: 'not-there' as const }
    const refused =
      refusedDay(results, scope.person?.timeZone ?? 'UTC', input.happenedOn, now) ?? refusedFile(input.file)
    if (refused) return { refused }
    const file = input.file && {
      ...input.file,
      sha256: await putBlob(tx, input.file.bytes, fileTypeOf(input.file.bytes) ?? ''),
    }
    const id = newId()
    await tx
      .insertInto('outcome')
      .values({
        id,
        referral_id: results.referralId,
        kind: input.kind,
        happened_on: input.happenedOn,
        note: input.note,
        link: input.link,
        file_sha256: file && Buffer.from(file.sha256, 'hex'),
        file_name: file && file.name.slice(-120),
        follow_up_id: null,
        reported_for: speaker,
        reported_by: scope.person?.personId ?? null,
        reported_at: now,
        withdrawn_by: null,
        withdrawn_at: null,
      })
      .execute()
    await note(tx, scope, results.referralId, speaker, 'outcome.reported', { outcome: id, kind: input.kind }, now)
    return { id }
  })
}

function refusedFile(file: NewOutcome['file']): 'file-too-large' | 'other-file' | null {
  if (!file) return null
  if (file.bytes.length > LARGEST_PAPER) return 'file-too-large'
  return fileTypeOf(file.bytes) ? null : 'other-file'
}

/** For whom the asker may judge an outcome: for the other side only, its company or its office. */
export const judgeOf = ({ sides, speaksFor }: Results, { reportedFor }: Outcome): string | undefined =>
  speaksFor.find((id) => sides.get(id) !== sides.get(reportedFor))

/** The other side confirms an outcome, or questions it and says why. */
export function judgeOutcome(
  services: Services,
  scope: Scope,
  reference: string,
  input: { outcomeId: string; answer: 'confirmed' | 'questioned'; reason: string | null },
): Promise<{ judged: true } | OutcomeRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const results = await resultsOf(tx, scope, reference)
    const outcome = results?.outcomes.find(({ id }) => id === input.outcomeId)
    if (!results || !outcome) return { refused: 'not-there' as const }
    const speaker = judgeOf(results, outcome)
    if (!speaker) return { refused: 'not-yours' as const }
    if (input.answer === 'questioned' && !input.reason) return { refused: 'reason-missing' as const }
    const said = {
      answer: input.answer,
      reason: input.reason,
      answered_by: scope.person?.personId ?? null,
      answered_at: now,
    }
    await tx
      .insertInto('outcome_answer')
      .values({ outcome_id: outcome.id, organisation_id: speaker, ...said })
      .onConflict((conflict) => conflict.columns(['outcome_id', 'organisation_id']).doUpdateSet(said))
      .execute()
    await note(tx, scope, results.referralId, speaker, `outcome.${input.answer}`, { outcome: outcome.id }, now)
    return { judged: true as const }
  })
}

/** Takes back what was reported in one's own name. The row stays, and no figure counts it. */
export function withdrawOutcome(
  services: Services,
  scope: Scope,
  reference: string,
  outcomeId: string,
): Promise<{ withdrawn: true } | OutcomeRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const results = await resultsOf(tx, scope, reference)
    const outcome = results?.outcomes.find(({ id }) => id === outcomeId)
    if (!results || !outcome) return { refused: 'not-there' as const }
    if (!results.speaksFor.includes(outcome.reportedFor)) return { refused: 'not-yours' as const }
    await tx
      .updateTable('outcome')
      .set({ withdrawn_at: now, withdrawn_by: scope.person?.personId ?? null })
      .where('id', '=', outcomeId)
      .execute()
    await note(tx, scope, results.referralId, outcome.reportedFor, 'outcome.withdrawn', { outcome: outcomeId }, now)
    return { withdrawn: true as const }
  })
}

const note = (
  tx: Tx,
  scope: Scope,
  referralId: string,
  organisationId: string,
  verb: string,
  facts: Record<string, string>,
  at: Date,
) =>
  recordActivity(tx, {
    subject: { kind: 'referral', id: referralId },
    verb,
    actor: actorOf(scope, organisationId),
    facts,
    at,
  })

/** The file laid down as evidence of an outcome, for a reader of the introduction's results. */
export async function outcomeFile(
  db: Db,
  _scope: Scope,
  { outcomes }: Results,
  outcomeId: string,
): Promise<{ sha256: string; name: string } | null> {
  if (!outcomes.some(({ id }) => id === outcomeId)) return null
  const row = await db
    .selectFrom('outcome')
    .select(['file_sha256', 'file_name'])
    .where('id', '=', outcomeId)
    .executeTakeFirst()
  if (!row?.file_sha256) return null
  return { sha256: Buffer.from(row.file_sha256).toString('hex'), name: row.file_name ?? 'evidence' }
}
