import { createHash } from 'node:crypto'
import type { Scope } from '../accounts/scope.ts'
import { passkeyOptionsFor, type PasskeyEvidence, verifyAssertion } from '../accounts/passkeys/asserting.ts'
import type { Services } from '../web/env.ts'
import type { Agreement } from './agreement.ts'
import { documentToSign } from './consenting.ts'

const purposeOf = (agreement: Agreement) => `consent:${agreement.id}`

/**
 * What a signatory's passkey is asked to answer: a digest of the very document, so that the answer speaks of it and of nothing else
 * (base64url of 32 bytes). The label keeps it apart from any other use of the document's digest.
 */
export const consentChallenge = (documentSha256: string): string =>
  createHash('sha256').update('musubi/consent/v1\0').update(Buffer.from(documentSha256, 'hex')).digest('base64url')

/** Options for the signatory's browser; null when they have no passkey, or there is no document to consent to. */
export async function consentPasskeyOptions(services: Services, scope: Scope, agreement: Agreement) {
  const signatory = agreement.signatories.find((candidate) => candidate.personId === scope.person?.personId)
  const document = documentToSign(agreement)
  if (!signatory || !document) return null
  return passkeyOptionsFor(services, signatory.personId, purposeOf(agreement), consentChallenge(document.sha256))
}

/** Checks the browser's answer before consent is given with it. Not inside a transaction: what was tried stays tried. */
export async function verifyConsentPasskey(
  services: Services,
  scope: Scope,
  agreement: Agreement,
  answer: { documentSha256: string; response: string },
): Promise<{ evidence: PasskeyEvidence } | { refused: 'passkey-not-valid' }> {
  const personId = scope.person?.personId ?? ''
  const challenge = consentChallenge(answer.documentSha256)
  const outcome = await verifyAssertion(
    services,
    { personId, purpose: purposeOf(agreement), challenge },
    answer.response,
  )
  return 'refused' in outcome ? { refused: 'passkey-not-valid' } : outcome
}
