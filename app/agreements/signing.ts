import type { Scope } from '../accounts/scope.ts'
import { headOf } from '../platform/audit/chain.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { getBlob } from '../platform/storage/blobs.ts'
import { makeOneTimeSigner } from '../signatures/oneTimeKey.ts'
import { signField } from '../signatures/pdf/signing.ts'
import { toPem } from '../signatures/pem.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import { type Agreement, type Signatory, signatoryOf, whoseTurn } from './agreement.ts'
import { assembleAgreement } from './assembling.ts'
import { documentToSign } from './consenting.ts'
import { installationAuthority, revocationListUrl } from './custody.ts'
import { enterIntoForce } from './entering.ts'
import { lockAgreement } from './locking.ts'
import { storeRevision } from './preparing.ts'
import { signatorySubject, signatureReason } from './wording.ts'

export type SigningRefusal = {
  refused:
    | 'not-a-signatory'
    | 'not-prepared'
    | 'document-changed'
    | 'not-consented'
    | 'already-signed'
    | 'out-of-turn'
    | 'timestamp-unavailable'
}

/** Two people may press at the same moment; each attempt starts from the newest revision. */
const ATTEMPTS = 5

/**
 * Makes the cryptographic fact from a consent: a one-time key certified for this person, one PAdES signature with its time-stamp,
 * added to the newest revision of the PDF. The slow work happens outside the transaction; if another signature landed
 * meanwhile, it is made anew on top of that one. Killed at any point, either everything is stored or nothing is.
 */
export async function signAgreement(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: { documentSha256: string },
): Promise<{ signatureId: string; inForce: boolean } | SigningRefusal> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const outcome = await attemptToSign(services, scope, agreementId, input)
    if (outcome !== 'another-was-faster') return outcome
  }
  throw new Error(`Another signature was faster ${ATTEMPTS} times.`)
}

async function attemptToSign(services: Services, scope: Scope, agreementId: string, input: { documentSha256: string }) {
  const now = services.clock.now()
  const agreement = await assembleAgreement(services.database.db, agreementId, now)
  if (!agreement) return { refused: 'not-a-signatory' as const }
  const ready = readyToSign(scope, agreement, input.documentSha256)
  if ('refused' in ready) return ready
  const made = await makeSignature(services, agreement, ready, now)
  if ('failed' in made) return { refused: 'timestamp-unavailable' as const }

  return transaction(services.database.db, async (tx) => {
    const current = await lockAgreement(tx, agreementId, now)
    const still = readyToSign(scope, current, input.documentSha256)
    if ('refused' in still) return still
    if (lastRevision(current).sha256 !== lastRevision(agreement).sha256) return 'another-was-faster' as const
    // Taken back and given anew while we signed: the evidence names the consent it was made from.
    if (still.consent?.id !== ready.consent?.id) return 'another-was-faster' as const
    return storeSignature(services, tx, scope, current, still, made, now)
  })
}

/** The signatory whose turn it is and who has consented to this very document, or why not. */
function readyToSign(scope: Scope, agreement: Agreement, documentSha256: string): Signatory | SigningRefusal {
  const signatory = signatoryOf(agreement, scope.person)
  const document = documentToSign(agreement)
  if (!signatory) return { refused: 'not-a-signatory' }
  if (!document) return { refused: 'not-prepared' }
  if (signatory.signature) return { refused: 'already-signed' }
  if (document.sha256 !== documentSha256) return { refused: 'document-changed' }
  if (!signatory.consent) return { refused: 'not-consented' }
  return whoseTurn(agreement.signatories).includes(signatory) ? signatory : { refused: 'out-of-turn' }
}

function lastRevision(agreement: Agreement) {
  const last = agreement.documents.at(-1)
  if (!last) throw new Error('A prepared agreement has a document.')
  return last
}

async function makeSignature(services: Services, agreement: Agreement, signatory: Signatory, now: Date) {
  const { db } = services.database
  const pdf = await getBlob(db, lastRevision(agreement).sha256)
  if (!pdf) throw new Error(`The newest revision of ${agreement.reference} is not in storage.`)
  const authority = await installationAuthority(services)
  const subject = signatorySubject(agreement, signatory)
  const signer = await makeOneTimeSigner(authority, {
    subject,
    crlUrl: revocationListUrl(services),
    use: 'signatory',
    at: now,
  })
  const evidence = {
    format: 'musubi/consent-evidence/1',
    agreement: agreement.reference,
    textHash: agreement.textHash,
    documentSha256: documentToSign(agreement)?.sha256,
    consent: { id: signatory.consent?.id, at: signatory.consent?.at, methods: signatory.consent?.methods },
    authority: { ground: signatory.ground },
    record: await headOf(db, { kind: 'agreement', id: agreement.id }),
  }
  const signed = await signField(pdf.bytes, {
    field: signatory.field,
    signer,
    evidence: new TextEncoder().encode(JSON.stringify(evidence)),
    timestamp: services.timestamps,
    reason: signatureReason(agreement, signatory),
    name: subject.commonName,
    at: now,
  })
  return 'failed' in signed ? signed : { ...signed, certificate: toPem('CERTIFICATE', signer.certificate) }
}

async function storeSignature(
  services: Services,
  tx: Tx,
  scope: Scope,
  agreement: Agreement,
  signatory: Signatory,
  made: { pdf: Uint8Array; stampedAt: Date; certificate: string },
  now: Date,
) {
  const revision = lastRevision(agreement).revision + 1
  const sha256 = await storeRevision(tx, agreement, {
    revision,
    kind: 'signed',
    pdf: made.pdf,
    facts: { field: signatory.field },
    now,
  })
  const signatureId = newId()
  await tx
    .insertInto('signature')
    .values({
      id: signatureId,
      agreement_id: agreement.id,
      signatory_id: signatory.id,
      consent_id: signatory.consent?.id ?? '',
      revision,
      field: signatory.field,
      certificate: made.certificate,
      stamped_at: made.stampedAt,
      stamped_by: services.timestamps.name,
      signed_at: now,
    })
    .execute()
  await recordActivity(tx, {
    subject: { kind: 'agreement', id: agreement.id },
    verb: 'signature.made',
    actor: actorOf(scope, signatory.organisationId),
    facts: { signatory: signatory.id, signature: signatureId, revision, sha256, stampedBy: services.timestamps.name },
    at: now,
  })
  const inForce = agreement.signatories.every((other) => other.signature || other.id === signatory.id)
  if (inForce) await enterIntoForce(services, tx, agreement, now)
  return { signatureId, inForce }
}
