import { nameText } from '../../language/names.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Board, LiveQuestion } from '../board.ts'

type Shown = Omit<Board['questions'], 'gate' | 'override'>

/** Counts for everybody, and, once questions are open, those that were taken up; who asked is told only if they agreed. */
export async function boardQuestions(db: Db | Tx, eventId: string, open: boolean): Promise<Shown> {
  const states = await db
    .selectFrom('question')
    .innerJoin('question_decision as decision', 'decision.question_id', 'question.id')
    .select((eb) => ['decision.state', eb.fn.countAll<number>().as('count')])
    .where('question.event_id', '=', eventId)
    .where('decision.replaced_at', 'is', null)
    .where('decision.state', 'not in', ['draft', 'withdrawn'])
    .groupBy('decision.state')
    .execute()
  const count = (...wanted: string[]) =>
    states.filter(({ state }) => wanted.includes(state)).reduce((sum, { count: one }) => sum + one, 0)
  return {
    asked: count('queued', 'held', 'merged', 'declined', 'live', 'answered'),
    waiting: count('queued', 'held'),
    answered: count('answered'),
    declined: count('declined'),
    live: open ? await takenUp(db, eventId) : [],
  }
}

async function takenUp(db: Db | Tx, eventId: string): Promise<LiveQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .innerJoin('question_decision as decision', (join) =>
      join.onRef('decision.question_id', '=', 'question.id').on('decision.replaced_at', 'is', null),
    )
    .leftJoin('question_answer as answer', (join) =>
      join.onRef('answer.question_id', '=', 'question.id').on('answer.replaced_at', 'is', null),
    )
    .innerJoin('registration', 'registration.id', 'question.registration_id')
    .select([
      'question.id',
      'question.text',
      'question.name',
      'question.outlet',
      'question.named_consent_at',
      'registration.locale',
      'decision.state',
      'answer.text as answer',
      'answer.answered_by',
      'answer.recorded_at',
    ])
    .where('question.event_id', '=', eventId)
    .where('decision.state', 'in', ['live', 'answered'])
    // In the order in which they were taken up.
    .orderBy((eb) =>
      eb
        .selectFrom('question_decision as first')
        .select((first) => first.fn.min('first.decided_at').as('at'))
        .whereRef('first.question_id', '=', 'question.id')
        .where('first.state', '=', 'live'),
    )
    .orderBy('question.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    asker: row.named_consent_at ? { name: nameText(row.name, row.locale), outlet: row.outlet } : null,
    state: row.state === 'answered' ? 'answered' : 'live',
    answer:
      row.answer && row.answered_by && row.recorded_at
        ? { text: row.answer, by: row.answered_by, at: row.recorded_at.toISOString() }
        : null,
  }))
}
