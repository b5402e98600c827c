import type { Content } from '../../language/translated.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { QuestionState } from '../tables.ts'

type Deciding = {
  questionId: string
  state: QuestionState
  reason?: Content | null
  intoId?: string | null
  by: string | null
  now: Date
}

/** Replaces the decision by which a question stands where it stands. */
export async function decide(tx: Tx, { questionId, state, reason, intoId, by, now }: Deciding): Promise<void> {
  await tx
    .updateTable('question_decision')
    .set({ replaced_at: now })
    .where('question_id', '=', questionId)
    .where('replaced_at', 'is', null)
    .execute()
  await tx
    .insertInto('question_decision')
    .values({
      id: newId(),
      question_id: questionId,
      state,
      reason: reason ? json(reason) : null,
      into_id: intoId ?? null,
      decided_by: by,
      decided_at: now,
      replaced_at: null,
    })
    .execute()
}
