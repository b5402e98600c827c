import type { Scope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import type { Happening } from './log.ts'
import { actorOf, append, type CommonRefusal, lockCeremony, type Moved } from './moving.ts'
import { hasWords } from './rules.ts'
import { mayMove } from './policy.ts'
import type { Ceremony } from './reading.ts'

export type MarkRefusal = CommonRefusal | { refused: 'no-such-signatory' | 'already-signed' | 'over' }

/** The signatory says, or an operator for them, that they sit ready to sign. Said again it changes nothing. */
export const markReady = (services: Services, scope: Scope, eventId: string, input: { signatoryId: string }) =>
  mark(services, scope, eventId, input.signatoryId, { ownSay: true }, () => ({
    type: 'signatory.ready',
    data: { signatoryId: input.signatoryId },
  }))

/** Takes back that somebody is ready, or prevented. */
export const awaitSignatory = (services: Services, scope: Scope, eventId: string, input: { signatoryId: string }) =>
  mark(services, scope, eventId, input.signatoryId, { ownSay: true }, () => ({
    type: 'signatory.awaited',
    data: { signatoryId: input.signatoryId },
  }))

/**
 * Says that somebody cannot sign now, and why, for everybody to read. The ceremony may go on without them and end; the signature may
 * come any time later, and is then shown.
 */
export const preventSignatory = (
  services: Services,
  scope: Scope,
  eventId: string,
  input: { signatoryId: string; reason: Content },
) =>
  mark(services, scope, eventId, input.signatoryId, { ownSay: false }, () =>
    hasWords(input.reason)
      ? { type: 'signatory.prevented', data: { signatoryId: input.signatoryId, reason: input.reason } }
      : { refused: 'without-reason' as const },
  )

const standsFor = { 'signatory.ready': 'ready', 'signatory.awaited': 'awaiting', 'signatory.prevented': 'prevented' }

function mark<Code extends string = never>(
  services: Services,
  scope: Scope,
  eventId: string,
  signatoryId: string,
  { ownSay }: { ownSay: boolean },
  happening: () => (Happening & { type: keyof typeof standsFor }) | { refused: Code },
): Promise<Moved | MarkRefusal | { refused: Code }> {
  return transaction(services.database.db, async (tx) => {
    const ceremony = await lockCeremony(tx, eventId)
    if (!ceremony) return { refused: 'no-ceremony' as const }
    const signatory = await signatoryOf(tx, ceremony, signatoryId)
    const own = ownSay && signatory !== undefined && scope.person?.personId === signatory.person_id
    if (!own && !mayMove(scope, ceremony)) return { refused: 'not-yours' as const }
    if (!signatory) return { refused: 'no-such-signatory' as const }
    if (signatory.signed) return { refused: 'already-signed' as const }
    const { course } = ceremony
    const decided = happening()
    if ('refused' in decided) return decided
    // After the end, or an abort, nobody is ready for anything; why a signature is outstanding may still be told.
    const over = course.standing === 'aborted' || course.standing === 'ended'
    if (over && decided.type === 'signatory.ready') return { refused: 'over' as const }
    const now = course.marks[signatoryId]?.state ?? 'awaiting'
    if (now === standsFor[decided.type] && now !== 'prevented') return { seq: course.seq }
    return append(services, tx, actorOf(scope, ceremony), ceremony, decided)
  })
}

async function signatoryOf(tx: Tx, { event }: Ceremony, signatoryId: string) {
  if (!event.agreementId) return undefined
  const row = await tx
    .selectFrom('signatory')
    .leftJoin('signature', 'signature.signatory_id', 'signatory.id')
    .select(['signatory.person_id', 'signature.id as signed'])
    .where('signatory.id', '=', signatoryId)
    .where('signatory.agreement_id', '=', event.agreementId)
    .executeTakeFirst()
  return row
}
