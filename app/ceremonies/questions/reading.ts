import type { PersonName } from '../../language/names.ts'
import type { Content } from '../../language/translated.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { QuestionState } from '../tables.ts'

/** A question with everything that is known of it: for those who moderate, and, less the name, for whoever asked it. */
export type FullQuestion = {
  id: string
  registrationId: string
  text: Content
  name: PersonName
  outlet: string | null
  outletKey: string
  /** Whether the asker agreed to be named in public. */
  isNamed: boolean
  state: QuestionState
  /** For the asker. */
  reason: Content | null
  /** What it was merged into. */
  intoId: string | null
  askedAt: string
  answer: { text: Content; by: string; at: string } | null
}

/** Those of an event, or of one registration of it, in the order in which they were begun. */
export async function readQuestions(db: Db | Tx, eventId: string, registrationId?: string): Promise<FullQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .innerJoin('question_decision as decision', (join) =>
      join.onRef('decision.question_id', '=', 'question.id').on('decision.replaced_at', 'is', null),
    )
    .leftJoin('question_answer as answer', (join) =>
      join.onRef('answer.question_id', '=', 'question.id').on('answer.replaced_at', 'is', null),
    )
    .selectAll('question')
    .select([
      'decision.state',
      'decision.reason',
      'decision.into_id',
      'answer.text as answer',
      'answer.answered_by',
      'answer.recorded_at',
    ])
    .where('question.event_id', '=', eventId)
    .$if(registrationId !== undefined, (query) => query.where('question.registration_id', '=', registrationId ?? ''))
    .orderBy('question.begun_at')
    .orderBy('question.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    registrationId: row.registration_id,
    text: row.text,
    name: row.name,
    outlet: row.outlet,
    outletKey: row.outlet_key,
    isNamed: row.named_consent_at !== null,
    state: row.state,
    reason: row.reason,
    intoId: row.into_id,
    askedAt: row.begun_at.toISOString(),
    answer:
      row.answer && row.answered_by && row.recorded_at
        ? { text: row.answer, by: row.answered_by, at: row.recorded_at.toISOString() }
        : null,
  }))
}
