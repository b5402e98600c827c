import type { Scope } from '../accounts/scope.ts'
import { isLocale, type Locale } from '../language/locales.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { hashToken, newId, newToken } from '../platform/ids.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import type { Agreement, Signatory } from './agreement.ts'
import { lockAgreement } from './locking.ts'
import { invitationMail } from './mails.ts'
import { negotiatesFor } from './policy.ts'

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
    const entitled = negotiatesFor(scope, agreement)
    if (!entitled.includes(signatory.organisationId) && !entitled.includes(agreement.leadOrganisationId))
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

export type OpenedInvitation = { personId: string; reference: string }

/**
 * Opens a personal link: works until it expires, is replaced, or the signatory has signed. What it opens still asks for a fresh
 * code before anything binding happens, so that a forwarded mail alone cannot consent.
 */
export async function openInvitation(
  services: Services,
  token: string,
): Promise<OpenedInvitation | { refused: 'unknown' | 'expired' | 'replaced' }> {
  const now = services.clock.now()
  const { db } = services.database
  const row = await db
    .selectFrom('signing_invitation as invitation')
    .innerJoin('signatory', 'signatory.id', 'invitation.signatory_id')
    .innerJoin('agreement', 'agreement.id', 'signatory.agreement_id')
    .select([
      'invitation.id',
      'invitation.expires_at',
      'invitation.revoked_at',
      'invitation.opened_at',
      'signatory.person_id',
      'agreement.reference',
    ])
    .where('invitation.token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row) return { refused: 'unknown' }
  if (row.revoked_at) return { refused: 'replaced' }
  if (row.expires_at <= now) return { refused: 'expired' }
  if (!row.opened_at)
    await db.updateTable('signing_invitation').set({ opened_at: now }).where('id', '=', row.id).execute()
  return { personId: row.person_id, reference: row.reference }
}
