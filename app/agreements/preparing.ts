import { isDeepStrictEqual } from 'node:util'
import { recordActivity } from '../platform/audit/record.ts'
import { headOf } from '../platform/audit/chain.ts'
import { json } from '../platform/db/values.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { putBlob } from '../platform/storage/blobs.ts'
import { makeOneTimeSigner } from '../signatures/oneTimeKey.ts'
import { reserveAndSeal } from '../signatures/pdf/sealing.ts'
import type { Services } from '../web/env.ts'
import type { Agreement } from './agreement.ts'
import { assembleAgreement } from './assembling.ts'
import { canonicalText } from './canonical.ts'
import { installationAuthority, revocationListUrl } from './custody.ts'
import { documentOf } from './documentOf.ts'
import type { SignatureField } from './document/document.ts'
import { renderAgreement } from './document/rendering.ts'
import { inviteSignatories } from './inviting.ts'
import { lockAgreement } from './locking.ts'

export type Preparation =
  | { prepared: true }
  | {
      refused:
        | 'not-all-approved'
        | 'already-prepared'
        | 'not-printable'
        | 'signatory-replaced'
        | 'timestamp-unavailable'
      detail?: string
    }

/**
 * Makes the document that will be signed, once all parties have approved the same text: renders it, then reserves the signature
 * fields and puts the alliance's seal on it. The rendering stays, byte for byte, at the beginning of every later revision.
 * Runs as a job; killed at any point and run again, it ends in the same state.
 */
export async function prepareDocument(services: Services, agreementId: string): Promise<Preparation> {
  const now = services.clock.now()
  const agreement = await assembleAgreement(services.database.db, agreementId, now)
  if (!agreement || agreement.parties.some((party) => !party.approval)) return { refused: 'not-all-approved' }
  if (agreement.documents.length > 0) return { refused: 'already-prepared' }

  const rendered = await renderAgreement(documentOf(agreement, services.config.origin, now))
  if ('refused' in rendered) {
    await recordRefusal(services, agreement, rendered)
    return { refused: 'not-printable', detail: JSON.stringify(rendered) }
  }
  const sealed = await sealDocument(services, agreement, rendered.pdf, rendered.fields, now)
  if ('failed' in sealed) return { refused: 'timestamp-unavailable', detail: sealed.detail }

  return transaction(services.database.db, async (tx) => {
    const current = await lockAgreement(tx, agreementId, now)
    // Somebody withdrew or rewrote while we rendered, or another worker was faster.
    if (current.documents.length > 0) return { refused: 'already-prepared' as const }
    if (current.textHash !== agreement.textHash || current.parties.some((party) => !party.approval))
      return { refused: 'not-all-approved' as const }
    // The paper names the signatories too; they are no part of the text that was hashed.
    if (!isDeepStrictEqual(current.signatories, agreement.signatories))
      return { refused: 'signatory-replaced' as const }
    const approvedSha256 = await storeRevision(tx, current, {
      revision: 0,
      kind: 'approved',
      pdf: rendered.pdf,
      facts: { bytes: rendered.pdf.byteLength },
      now,
    })
    const sealedSha256 = await storeRevision(tx, current, {
      revision: 1,
      kind: 'sealed',
      pdf: sealed.pdf,
      facts: { approvedSha256 },
      now,
    })
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'document.prepared',
      actor: { person: null, via: 'system' },
      facts: { textHash: agreement.textHash, approvedSha256, sealedSha256 },
      at: now,
    })
    await inviteSignatories(services, tx, current, now)
    return { prepared: true as const }
  })
}

async function sealDocument(
  services: Services,
  agreement: Agreement,
  pdf: Uint8Array,
  fields: SignatureField[],
  now: Date,
) {
  const authority = await installationAuthority(services)
  const seal = await makeOneTimeSigner(authority, {
    subject: { commonName: `Seal of ${agreement.reference}`, organisation: 'Musubi' },
    crlUrl: revocationListUrl(services),
    use: 'seal',
    at: now,
  })
  const head = await headOf(services.database.db, { kind: 'agreement', id: agreement.id })
  const evidence = {
    format: 'musubi/record-head/1',
    agreement: agreement.reference,
    textHash: agreement.textHash,
    head,
  }
  return reserveAndSeal(pdf, {
    fields: fields.map((field) => ({ ...field, title: titleOf(agreement, field.name) })),
    attachments: [
      attachment(
        'agreement.json',
        'application/json',
        canonicalText(agreement.text),
        'The approved text in canonical form (RFC 8785)',
      ),
      attachment(
        'record.json',
        'application/json',
        JSON.stringify(evidence),
        'The head of the activity record when the document was sealed',
      ),
    ],
    seal,
    timestamp: services.timestamps,
    reason: `Sealed after approval by ${agreement.parties.length} parties`,
    at: now,
  })
}

const attachment = (name: string, mediaType: string, text: string, description: string) => ({
  name,
  mediaType,
  description,
  bytes: new TextEncoder().encode(text),
})

function titleOf(agreement: Agreement, field: string): string {
  const signatory = agreement.signatories.find((candidate) => candidate.field === field)
  const party = agreement.parties.find((candidate) => candidate.organisationId === signatory?.organisationId)
  return party?.name.text.en ?? party?.name.text[party.name.original] ?? field
}

/** Adds a revision of the PDF and gives back its SHA-256. The primary key refuses a second one of the same number. */
export async function storeRevision(
  tx: Tx,
  agreement: Pick<Agreement, 'id' | 'textHash'>,
  revision: {
    revision: number
    kind: 'approved' | 'sealed' | 'signed' | 'archived'
    pdf: Uint8Array
    facts: Record<string, unknown>
    now: Date
  },
): Promise<string> {
  const sha256 = await putBlob(tx, revision.pdf, 'application/pdf')
  await tx
    .insertInto('agreement_document')
    .values({
      agreement_id: agreement.id,
      revision: revision.revision,
      kind: revision.kind,
      text_hash: agreement.textHash,
      sha256,
      facts: json(revision.facts),
      made_at: revision.now,
    })
    .execute()
  return sha256
}

/** The parties see on the agreement's page why there is no document, and which character to replace. */
async function recordRefusal(services: Services, agreement: Agreement, refusal: object): Promise<void> {
  await transaction(services.database.db, (tx) =>
    recordActivity(tx, {
      subject: { kind: 'agreement', id: agreement.id },
      verb: 'document.refused',
      actor: { person: null, via: 'system' },
      facts: { textHash: agreement.textHash, ...refusal },
      at: services.clock.now(),
    }),
  )
}
