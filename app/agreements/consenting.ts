import { timingSafeEqual } from 'node:crypto'
import type { Scope } from '../accounts/scope.ts'
import { isLocale } from '../language/locales.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import { hashToken, newCode, newId } from '../platform/ids.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { type Agreement, type Signatory, signatoryOf } from './agreement.ts'
import { lockAgreement } from './locking.ts'
import { codeMail } from './mails.ts'

const MINUTES = 60 * 1000
const CODE_VALID_FOR = 15 * MINUTES
const MAX_ATTEMPTS = 5
const MAX_CODES_AN_HOUR = 6

/** The sealed document: the one that is shown, and that consents name. */
export const documentToSign = (agreement: Agreement) =>
  agreement.documents.find((document) => document.kind === 'approved')

export type CodeRefusal = { refused: 'not-a-signatory' | 'not-prepared' | 'already-consented' | 'too-many-codes' }

/** Sends the signatory six digits by mail, bound to the document they are looking at. A new code replaces the earlier one. */
export async function requestConsentCode(
  services: Services,
  scope: Scope,
  agreementId: string,
): Promise<{ sent: true } | CodeRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const signatory = signatoryOf(agreement, scope.person)
    const document = documentToSign(agreement)
    if (!signatory || !scope.person) return { refused: 'not-a-signatory' as const }
    if (!document) return { refused: 'not-prepared' as const }
    if (signatory.consent) return { refused: 'already-consented' as const }
    const recent = await tx
      .selectFrom('consent_code')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('signatory_id', '=', signatory.id)
      .where('created_at', '>', new Date(now.getTime() - 60 * MINUTES))
      .executeTakeFirstOrThrow()
    if (recent.count >= MAX_CODES_AN_HOUR) return { refused: 'too-many-codes' as const }
    const code = newCode()
    await tx
      .updateTable('consent_code')
      .set({ expires_at: now })
      .where('signatory_id', '=', signatory.id)
      .where('used_at', 'is', null)
      .execute()
    await tx
      .insertInto('consent_code')
      .values({
        id: newId(),
        signatory_id: signatory.id,
        document_sha256: document.sha256,
        code_hash: codeHash(signatory.id, code),
        created_at: now,
        expires_at: new Date(now.getTime() + CODE_VALID_FOR),
        used_at: null,
        attempts: 0,
      })
      .execute()
    const locale = isLocale(scope.person.locale) ? scope.person.locale : 'en'
    await queueMail(
      tx,
      services.jobs.enqueue,
      codeMail({ agreement, signatory, locale, address: scope.person.address, code }),
    )
    return { sent: true as const }
  })
}

/** Salted with the signatory, so that equal codes have unequal hashes; the short life and five tries are what protect it. */
const codeHash = (signatoryId: string, code: string) => hashToken(`${signatoryId}:${code}`)

export type ConsentInput = {
  /** SHA-256 of the document the signatory was shown. */
  documentSha256: string
  code: string
  /** A verified passkey assertion over the document's digest, where the signatory has a passkey. */
  passkey?: { credentialId: string; authenticatorData: string; clientDataJson: string; signature: string }
}

export type ConsentRefusal = {
  refused:
    | 'not-a-signatory'
    | 'not-prepared'
    | 'document-changed'
    | 'already-consented'
    | 'wrong-code'
    | 'code-expired'
    | 'too-many-attempts'
}

/**
 * The act of will: this person agrees to this document. It is not yet the signature; that is the cryptographic fact made from
 * it (`signing.ts`).
 */
export async function giveConsent(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: ConsentInput,
): Promise<{ consentId: string } | ConsentRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const signatory = signatoryOf(agreement, scope.person)
    const document = documentToSign(agreement)
    if (!signatory) return { refused: 'not-a-signatory' as const }
    if (!document) return { refused: 'not-prepared' as const }
    if (document.sha256 !== input.documentSha256) return { refused: 'document-changed' as const }
    if (signatory.consent) return { refused: 'already-consented' as const }
    const refusal = await redeemCode(tx, signatory, document.sha256, input.code, now)
    if (refusal) return refusal
    const consentId = newId()
    const methods = input.passkey ? ['mail-code' as const, 'passkey' as const] : ['mail-code' as const]
    await tx
      .insertInto('consent')
      .values({
        id: consentId,
        agreement_id: agreementId,
        signatory_id: signatory.id,
        text_hash: agreement.textHash,
        document_sha256: document.sha256,
        methods: json(methods),
        evidence: json(input.passkey ? { passkey: input.passkey } : {}),
        consented_at: now,
        withdrawn_at: null,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'consent.given',
      actor: actorOf(scope, signatory.organisationId),
      facts: {
        signatory: signatory.id,
        consent: consentId,
        documentSha256: document.sha256,
        textHash: agreement.textHash,
        methods,
      },
      at: now,
    })
    return { consentId }
  })
}

/** Counts each try, so that a code cannot be guessed. A refusal is committed too: returning it keeps the count. */
async function redeemCode(
  tx: Tx,
  signatory: Signatory,
  documentSha256: string,
  given: string,
  now: Date,
): Promise<ConsentRefusal | null> {
  const row = await tx
    .selectFrom('consent_code')
    .selectAll()
    .where('signatory_id', '=', signatory.id)
    .where('document_sha256', '=', documentSha256)
    .where('used_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.expires_at <= now) return { refused: 'code-expired' }
  if (row.attempts >= MAX_ATTEMPTS) return { refused: 'too-many-attempts' }
  await tx
    .updateTable('consent_code')
    .set({ attempts: row.attempts + 1 })
    .where('id', '=', row.id)
    .execute()
  // People paste codes with spaces, and a Japanese keyboard may write them full width.
  const code = given.normalize('NFKC').replaceAll(/\s/g, '')
  if (!timingSafeEqual(codeHash(signatory.id, code), row.code_hash)) return { refused: 'wrong-code' }
  await tx.updateTable('consent_code').set({ used_at: now }).where('id', '=', row.id).execute()
  return null
}

/** Takes consent back, as long as no signature has been made from it. */
export async function withdrawConsent(
  services: Services,
  scope: Scope,
  agreementId: string,
): Promise<{ withdrawn: true } | { refused: 'not-a-signatory' | 'not-consented' | 'already-signed' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    const signatory = signatoryOf(agreement, scope.person)
    if (!signatory) return { refused: 'not-a-signatory' as const }
    if (signatory.signature) return { refused: 'already-signed' as const }
    if (!signatory.consent) return { refused: 'not-consented' as const }
    await tx.updateTable('consent').set({ withdrawn_at: now }).where('id', '=', signatory.consent.id).execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'consent.withdrawn',
      actor: actorOf(scope, signatory.organisationId),
      facts: { signatory: signatory.id, consent: signatory.consent.id },
      at: now,
    })
    return { withdrawn: true as const }
  })
}
