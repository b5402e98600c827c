import type { Scope } from '../../accounts/scope.ts'
import type { CalendarDate } from '../../language/dates.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { putBlob } from '../../platform/storage/blobs.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { fileTypeOf, LARGEST_PAPER } from '../papers.ts'
import { lockUndertaking } from './locking.ts'
import { dueDays } from './occurrences.ts'
import { answersFor } from './policy.ts'
import type { EvidenceKind } from './tables.ts'

export type NewEvidence = {
  agreementId: string
  undertakingId: string
  /** Which of its days it is for; null where it is kept as occasions arise. */
  dueOn: CalendarDate | null
  note: string
  link: string | null
  /** An event's address. */
  event: string | null
  referral: string | null
  file: { name: string; bytes: Uint8Array } | null
}

export type ShowingRefusal = {
  refused:
    | 'not-yours'
    | 'not-there'
    | 'not-in-force'
    | 'no-such-day'
    | 'evidence-missing'
    | 'no-such-event'
    | 'file-too-large'
    | 'other-file'
}

/** A party shows that it kept an undertaking, by evidence of the kind that was agreed. It may also be shown late. */
export async function showEvidence(
  services: Services,
  scope: Scope,
  input: NewEvidence,
): Promise<{ id: string } | ShowingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const found = await lockUndertaking(tx, input.agreementId, input.undertakingId, now)
    if (!found) return { refused: 'not-there' as const }
    const { agreement, undertaking } = found
    if (!answersFor(scope, undertaking.organisation_id)) return { refused: 'not-yours' as const }
    if (!agreement.inForce) return { refused: 'not-in-force' as const }
    const days = dueDays({ cadence: undertaking.cadence, firstDue: undertaking.first_due }, agreement.inForce.until)
    if (undertaking.cadence === 'as-it-arises' ? input.dueOn : !input.dueOn || !days.includes(input.dueOn))
      return { refused: 'no-such-day' as const }
    const file = fileIn(input)
    if (file && file.refused) return { refused: file.refused }
    if (!hasWhatIsAsked(undertaking.evidence, input)) return { refused: 'evidence-missing' as const }
    const eventId = input.event ? await eventBySlug(tx, input.event) : null
    if (input.event && !eventId) return { refused: 'no-such-event' as const }
    const id = newId()
    const sha256 = file ? await putBlob(tx, file.bytes, file.type) : null
    await tx
      .insertInto('undertaking_evidence')
      .values({
        id,
        undertaking_id: undertaking.id,
        due_on: input.dueOn,
        note: input.note,
        link: input.link,
        event_id: eventId,
        referral_reference: input.referral,
        file_sha256: sha256 ? Buffer.from(sha256, 'hex') : null,
        file_name: file?.name.slice(-120) ?? null,
        shown_by: scope.person?.personId ?? null,
        shown_at: now,
        withdrawn_by: null,
        withdrawn_at: null,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: input.agreementId },
      verb: 'undertaking.evidence-shown',
      actor: actorOf(scope, undertaking.organisation_id),
      facts: { undertaking: undertaking.id, evidence: id, due: input.dueOn, file: sha256 },
      at: now,
    })
    return { id }
  })
}

function fileIn({ file }: NewEvidence) {
  if (!file || file.bytes.length === 0) return null
  if (file.bytes.length > LARGEST_PAPER) return { refused: 'file-too-large' as const }
  const type = fileTypeOf(file.bytes)
  return type ? { ...file, type } : { refused: 'other-file' as const }
}

/** A note is always there; the other kinds want their own thing beside it. */
function hasWhatIsAsked(kind: EvidenceKind, { file, link, event, referral }: NewEvidence): boolean {
  if (kind === 'file') return file !== null && file.bytes.length > 0
  if (kind === 'link') return link !== null
  if (kind === 'event') return event !== null
  return kind === 'note' || referral !== null
}

async function eventBySlug(tx: Tx, slug: string): Promise<string | null> {
  const event = await tx.selectFrom('event').select('id').where('slug', '=', slug).executeTakeFirst()
  return event?.id ?? null
}

/** Takes evidence back, before or after anybody said something to it. The row stays. */
export async function withdrawEvidence(
  services: Services,
  scope: Scope,
  input: { agreementId: string; evidenceId: string },
): Promise<{ withdrawn: true } | { refused: 'not-yours' | 'not-there' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const row = await tx
      .selectFrom('undertaking_evidence as evidence')
      .innerJoin('undertaking', 'undertaking.id', 'evidence.undertaking_id')
      .select(['undertaking.organisation_id', 'undertaking.id'])
      .where('evidence.id', '=', input.evidenceId)
      .where('undertaking.agreement_id', '=', input.agreementId)
      .where('evidence.withdrawn_at', 'is', null)
      .forUpdate('evidence')
      .executeTakeFirst()
    if (!row) return { refused: 'not-there' as const }
    if (!answersFor(scope, row.organisation_id)) return { refused: 'not-yours' as const }
    await tx
      .updateTable('undertaking_evidence')
      .set({ withdrawn_at: now, withdrawn_by: scope.person?.personId ?? null })
      .where('id', '=', input.evidenceId)
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: input.agreementId },
      verb: 'undertaking.evidence-withdrawn',
      actor: actorOf(scope, row.organisation_id),
      facts: { undertaking: row.id, evidence: input.evidenceId },
      at: now,
    })
    return { withdrawn: true as const }
  })
}
