import type { Scope } from '../../accounts/scope.ts'
import type { CalendarDate } from '../../language/dates.ts'
import { localTime } from '../../language/times.ts'
import type { Translated } from '../../language/translated.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Agreement } from '../agreement.ts'
import { type Occurrence, occurrencesOf } from './occurrences.ts'
import type { Cadence, EvidenceAnswer, EvidenceKind } from './tables.ts'

export type Evidence = {
  id: string
  dueOn: CalendarDate | null
  note: string
  link: string | null
  event: { slug: string; title: Translated } | null
  referral: string | null
  file: string | null
  shownBy: string | null
  shownAt: Date
  answers: { organisationId: string; answer: EvidenceAnswer; reason: string | null; at: Date }[]
}

export type Undertaking = {
  id: string
  clauseId: string | null
  organisationId: string
  personId: string | null
  title: Translated
  cadence: Cadence
  firstDue: CalendarDate | null
  zone: string
  evidenceKind: EvidenceKind
  endedAt: Date | null
  evidence: Evidence[]
  occurrences: Occurrence<Evidence>[]
}

/** What the parties of an agreement owe each other, with what they did of it. The asker was let in to the agreement already. */
export async function undertakingsOf(
  db: Db | Tx,
  _scope: Scope,
  agreement: Pick<Agreement, 'id' | 'inForce' | 'termination'>,
  now: Date,
): Promise<Undertaking[]> {
  const rows = await db
    .selectFrom('undertaking')
    .selectAll()
    .where('agreement_id', '=', agreement.id)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const evidence = await evidenceOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const own = evidence.filter(({ undertakingId }) => undertakingId === row.id)
    const rhythm = { cadence: row.cadence, firstDue: row.first_due, evidence: own }
    const today = localTime(now.toISOString(), row.zone).date
    return {
      id: row.id,
      clauseId: row.clause_id,
      organisationId: row.organisation_id,
      personId: row.person_id,
      title: row.title,
      zone: row.zone,
      evidenceKind: row.evidence,
      endedAt: row.ended_at,
      ...rhythm,
      occurrences: occurrencesOf(rhythm, { until: lastDayOf(agreement, row), today }),
    }
  })
}

/** Nothing falls due after the agreement, or after the undertaking was ended. */
function lastDayOf(
  { inForce, termination }: Pick<Agreement, 'inForce' | 'termination'>,
  { ended_at, zone }: { ended_at: Date | null; zone: string },
): CalendarDate {
  const dayOf = (at: Date) => localTime(at.toISOString(), zone).date
  const ends = [inForce?.until ?? '', ...(termination ? [dayOf(termination.from)] : [])]
  return [...ends, ...(ended_at ? [dayOf(ended_at)] : [])].toSorted()[0] ?? ''
}

async function evidenceOf(db: Db | Tx, undertakingIds: string[]) {
  const rows = await db
    .selectFrom('undertaking_evidence as evidence')
    .leftJoin('event', 'event.id', 'evidence.event_id')
    .selectAll('evidence')
    .select(['event.slug', 'event.title as event_title'])
    .where('evidence.undertaking_id', 'in', undertakingIds)
    .where('evidence.withdrawn_at', 'is', null)
    .orderBy('evidence.shown_at')
    .orderBy('evidence.id')
    .execute()
  const answers = rows.length
    ? await db
        .selectFrom('evidence_answer')
        .selectAll()
        .where(
          'evidence_id',
          'in',
          rows.map(({ id }) => id),
        )
        .orderBy('answered_at')
        .execute()
    : []
  return rows.map((row) => ({
    id: row.id,
    undertakingId: row.undertaking_id,
    dueOn: row.due_on,
    note: row.note,
    link: row.link,
    event: row.slug && row.event_title ? { slug: row.slug, title: row.event_title.text } : null,
    referral: row.referral_reference,
    file: row.file_name,
    shownBy: row.shown_by,
    shownAt: row.shown_at,
    answers: answers
      .filter(({ evidence_id }) => evidence_id === row.id)
      .map(({ organisation_id, answer, reason, answered_at }) => ({
        organisationId: organisation_id,
        answer,
        reason,
        at: answered_at,
      })),
  }))
}

/** The file that somebody laid down as evidence, for a reader of the agreement. */
export async function evidenceFile(
  db: Db,
  _scope: Scope,
  agreementId: string,
  evidenceId: string,
): Promise<{ sha256: string; name: string } | null> {
  const row = await db
    .selectFrom('undertaking_evidence as evidence')
    .innerJoin('undertaking', 'undertaking.id', 'evidence.undertaking_id')
    .select(['evidence.file_sha256', 'evidence.file_name'])
    .where('evidence.id', '=', evidenceId)
    .where('undertaking.agreement_id', '=', agreementId)
    .where('evidence.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row?.file_sha256) return null
  return { sha256: Buffer.from(row.file_sha256).toString('hex'), name: row.file_name ?? 'evidence' }
}
