import type { Seat } from '../../events/access/seat.ts'
import type { Locale } from '../../language/locales.ts'
import type { Actor } from '../../platform/audit/record.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { append, lockCeremony } from '../moving.ts'
import type { Ceremony } from '../reading.ts'
import { decide } from './deciding.ts'
import { type FullQuestion, readQuestions } from './reading.ts'

export type AskRefusal = {
  refused: 'no-ceremony' | 'may-not-ask' | 'over' | 'empty' | 'too-long' | 'too-many' | 'no-such-question' | 'handed-in'
}

export type Asking = {
  /** A draft of one's own to go on with. */
  questionId?: string | undefined
  text: string
  language: Locale
  /** Whether name and outlet may be shown beside the question. */
  named: boolean
}

/** Longer ones are speeches. */
export const LONGEST_QUESTION = 1000

/** Keeps a question for its writer alone. */
export const draftQuestion = (services: Services, seat: Seat, input: Asking) => write(services, seat, input, 'draft')

/**
 * Hands a question in. That may be long before questions open: it waits in the queue, and nobody but those who moderate sees it.
 * Of one outlet only so many count at a time; declined, merged and withdrawn ones do not.
 */
export const askQuestion = (services: Services, seat: Seat, input: Asking) => write(services, seat, input, 'queued')

function write(
  services: Services,
  seat: Seat,
  input: Asking,
  state: 'draft' | 'queued',
): Promise<{ questionId: string } | AskRefusal> {
  return transaction(services.database.db, async (tx) => {
    const ceremony = await lockCeremony(tx, seat.eventId)
    if (!ceremony) return { refused: 'no-ceremony' as const }
    const all = await readQuestions(tx, seat.eventId)
    const draft = all.find(
      ({ id, registrationId }) => id === input.questionId && registrationId === seat.registrationId,
    )
    const refusal = wrongWith(ceremony, seat, input, draft) ?? tooMany(ceremony, seat, all, { state, draft })
    if (refusal) return refusal
    const now = services.clock.now()
    const questionId = await store(tx, seat, input, now)
    if (draft?.state !== state) await decide(tx, { questionId, state, by: null, now })
    // A draft is nobody else's business, so it leaves no trace.
    if (state === 'queued') await tell(services, tx, ceremony, { questionId, state })
    return { questionId }
  })
}

function wrongWith(
  { course }: Ceremony,
  seat: Seat,
  { text, questionId }: Asking,
  draft: FullQuestion | undefined,
): AskRefusal | null {
  if (!seat.mayAsk) return { refused: 'may-not-ask' }
  if (course.standing === 'aborted' || course.standing === 'ended') return { refused: 'over' }
  if (!text.trim()) return { refused: 'empty' }
  if (text.length > LONGEST_QUESTION) return { refused: 'too-long' }
  if (questionId && !draft) return { refused: 'no-such-question' }
  return draft && draft.state !== 'draft' ? { refused: 'handed-in' } : null
}

const counting = ['queued', 'held', 'live', 'answered']

/** Enough for anybody who writes questions, and an end for whoever writes something else. */
const MOST_DRAFTS = 20

function tooMany(
  { questionsPerOutlet }: Ceremony,
  seat: Seat,
  all: FullQuestion[],
  { state, draft }: { state: 'draft' | 'queued'; draft: FullQuestion | undefined },
): AskRefusal | null {
  const refused = { refused: 'too-many' as const }
  if (state === 'draft') {
    const drafts = all.filter((one) => one.registrationId === seat.registrationId && one.state === 'draft')
    return !draft && drafts.length >= MOST_DRAFTS ? refused : null
  }
  if (questionsPerOutlet === null) return null
  const own = all.filter((one) => one.outletKey === outletOf(seat) && counting.includes(one.state))
  return own.length >= questionsPerOutlet ? refused : null
}

const outletOf = ({ affiliationKey, registrationId }: Seat) => affiliationKey ?? registrationId

async function store(tx: Tx, seat: Seat, { questionId, text, language, named }: Asking, now: Date): Promise<string> {
  const content = { original: language, text: { [language]: text.trim() } }
  const written = { text: json(content), named_consent_at: named ? now : null }
  if (questionId) {
    await tx.updateTable('question').set(written).where('id', '=', questionId).execute()
    return questionId
  }
  const id = newId()
  await tx
    .insertInto('question')
    .values({
      id,
      event_id: seat.eventId,
      registration_id: seat.registrationId,
      name: json(seat.name),
      outlet: seat.affiliation,
      outlet_key: outletOf(seat),
      begun_at: now,
      ...written,
    })
    .execute()
  return id
}

/** Somebody with a seat is known without an account: the record says that it came by a session, not whose. */
const fromSeat: Actor = { person: null, via: 'session' }

const tell = (
  services: Services,
  tx: Tx,
  ceremony: Ceremony,
  data: { questionId: string; state: 'queued' | 'withdrawn' },
) => append(services, tx, fromSeat, ceremony, { type: 'question.moved', data })

/** Takes one's own question back, until it is put to the platform. */
export function withdrawQuestion(
  services: Services,
  seat: Seat,
  questionId: string,
): Promise<{ withdrawn: true } | { refused: 'no-ceremony' | 'no-such-question' | 'taken-up' }> {
  return transaction(services.database.db, async (tx) => {
    const ceremony = await lockCeremony(tx, seat.eventId)
    if (!ceremony) return { refused: 'no-ceremony' as const }
    const own = await readQuestions(tx, seat.eventId, seat.registrationId)
    const question = own.find(({ id }) => id === questionId)
    if (!question) return { refused: 'no-such-question' as const }
    if (question.state === 'withdrawn') return { withdrawn: true as const }
    if (!['draft', 'queued', 'held'].includes(question.state)) return { refused: 'taken-up' as const }
    await decide(tx, { questionId, state: 'withdrawn', by: null, now: services.clock.now() })
    if (question.state !== 'draft') await tell(services, tx, ceremony, { questionId, state: 'withdrawn' })
    return { withdrawn: true as const }
  })
}
