import type { Scope } from '../accounts/scope.ts'
import { startSession } from '../accounts/session.ts'
import { isLocale, type Locale } from '../language/locales.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken, newId, newToken } from '../platform/ids.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import type { Agreement, Signatory } from './agreement.ts'
import { assembleAgreement } from './assembling.ts'
import { lockAgreement } from './locking.ts'
import { invitationMail } from './mails.ts'
import { namesSignatoriesFor } from './policy.ts'

const DAYS = 24 * 60 * 60 * 1000
const VALID_FOR = 30 * DAYS

/** Sends every signatory their own way in. Part of the transaction that stores the document, so that neither exists without the other. */
export async function inviteSignatories(services: Services, tx: Tx, agreement: Agreement, now: Date): Promise<void> {
  for (const signatory of agreement.signatories) await invite(services, tx, agreement, signatory, now)
}

async function invite(
  services: Services,
  tx: Tx,
  agreement: Agreement,
  signatory: Signatory,
  now: Date,
): Promise<void> {
  const person = await tx
    .selectFrom('person')
    .selectAll()
    .where('id', '=', signatory.personId)
    .executeTakeFirstOrThrow()
  const token = newToken()
  await tx
    .insertInto('signing_invitation')
    .values({
      id: newId(),
      signatory_id: signatory.id,
      token_hash: hashToken(token),
      created_at: now,
      expires_at: new Date(now.getTime() + VALID_FOR),
      opened_at: null,
      revoked_at: null,
    })
    .execute()
  const locale: Locale = isLocale(person.locale) ? person.locale : 'en'
  if (!person.address) return
  const link = `${services.config.origin}/${locale}/signing/${token}`
  await queueMail(
    tx,
    services.jobs.enqueue,
    invitationMail({ agreement, signatory, locale, address: person.address, link }),
  )
}

export type InvitationRefusal = { refused: 'not-yours' | 'no-such-signatory' | 'not-prepared' | 'already-signed' }

/** Sends a new personal link; the earlier ones stop working. */
export async function inviteAgain(
  services: Services,
  scope: Scope,
  agreementId: string,
  signatoryId: string,
): Promise<{ invited: true } | InvitationRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const signatory = agreement.signatories.find((candidate) => candidate.id === signatoryId)
    if (!signatory) return { refused: 'no-such-signatory' as const }
    if (!namesSignatoriesFor(scope, agreement).includes(signatory.organisationId))
      return { refused: 'not-yours' as const }
    if (!agreement.documents.some((document) => document.kind === 'sealed')) return { refused: 'not-prepared' as const }
    if (signatory.signature) return { refused: 'already-signed' as const }
    await tx
      .updateTable('signing_invitation')
      .set({ revoked_at: now })
      .where('signatory_id', '=', signatoryId)
      .where('revoked_at', 'is', null)
      .execute()
    await invite(services, tx, agreement, signatory, now)
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'signatory.invited-again',
      actor: actorOf(scope, signatory.organisationId),
      facts: { signatory: signatoryId },
      at: now,
    })
    return { invited: true as const }
  })
}

export type InvitationClosed = { refused: 'unknown' | 'expired' | 'replaced' | 'signed' }

export type ShownInvitation = { agreement: Agreement; signatory: Signatory }

/** What a personal link would open, without opening it: programs that check mail follow links before people do. */
export async function lookAtInvitation(services: Services, token: string): Promise<ShownInvitation | InvitationClosed> {
  const { db } = services.database
  const now = services.clock.now()
  const row = await invitationOf(db, token)
  const refusal = closedBecause(row, now)
  if (!row || refusal) return refusal ?? { refused: 'unknown' }
  const agreement = await assembleAgreement(db, row.agreement_id, now)
  const signatory = agreement?.signatories.find((candidate) => candidate.id === row.signatory_id)
  return agreement && signatory ? { agreement, signatory } : { refused: 'unknown' }
}

/**
 * Opens a personal link and begins a session: it works until it expires, is replaced, or the signatory has signed. What it
 * opens still asks for a fresh code before anything binding happens, so that a forwarded mail alone cannot consent.
 */
export async function openInvitation(
  services: Services,
  token: string,
  browser: { device: string; replaces?: string | undefined },
): Promise<{ session: string; reference: string } | InvitationClosed> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const row = await invitationOf(tx, token)
    const refusal = closedBecause(row, now)
    if (!row || refusal) return refusal ?? { refused: 'unknown' as const }
    const opened = await tx
      .updateTable('signing_invitation')
      .set({ opened_at: now })
      .where('id', '=', row.id)
      .where('opened_at', 'is', null)
      .returning('id')
      .execute()
    if (opened.length > 0)
      await recordActivity(tx, {
        subject: { kind: 'agreement', id: row.agreement_id },
        verb: 'invitation.opened',
        actor: { person: row.person_id, via: 'session', organisation: row.organisation_id },
        facts: { signatory: row.signatory_id },
        at: now,
      })
    const session = await startSession(tx, { personId: row.person_id, method: 'invitation', ...browser }, now)
    return { session, reference: row.reference }
  })
}

const invitationOf = (db: Db | Tx, token: string) =>
  db
    .selectFrom('signing_invitation as invitation')
    .innerJoin('signatory', 'signatory.id', 'invitation.signatory_id')
    .innerJoin('person', 'person.id', 'signatory.person_id')
    .innerJoin('agreement', 'agreement.id', 'signatory.agreement_id')
    .leftJoin('signature', 'signature.signatory_id', 'signatory.id')
    .select([
      'invitation.id',
      'invitation.signatory_id',
      'invitation.expires_at',
      'invitation.revoked_at',
      'signatory.person_id',
      'signatory.organisation_id',
      'signatory.agreement_id',
      'agreement.reference',
      'signature.id as signature_id',
    ])
    .where('invitation.token_hash', '=', hashToken(token))
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()

function closedBecause(row: Awaited<ReturnType<typeof invitationOf>>, now: Date): InvitationClosed | null {
  if (!row) return { refused: 'unknown' }
  if (row.signature_id) return { refused: 'signed' }
  if (row.revoked_at) return { refused: 'replaced' }
  return row.expires_at <= now ? { refused: 'expired' } : null
}
