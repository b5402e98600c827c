import type { Agreement } from '../agreements/agreement.ts'
import type { Locale } from '../language/locales.ts'
import { storedNameText } from '../organisations/storedName.ts'

/** An agreement for programs: what the asker may see of it, without anybody's account. */
export function presentAgreement(agreement: Agreement, { withText, reader }: { withText: boolean; reader: Locale }) {
  const {
    id,
    reference,
    kind,
    title,
    languages,
    standing,
    demonstration,
    termMonths,
    noticeMonths,
    textHash,
    inForce,
  } = agreement
  return {
    id,
    reference,
    kind,
    title,
    languages,
    standing,
    demonstration,
    termMonths,
    noticeMonths,
    textHash,
    inForce,
    parties: agreement.parties.map(({ organisationId, slug, name, alliance, approval }) => ({
      organisationId,
      slug,
      name,
      alliance: alliance ? { slug: alliance.slug, name: alliance.name } : null,
      approvedAt: approval?.at ?? null,
    })),
    signatories: agreement.signatories.map((signatory) => ({
      id: signatory.id,
      organisationId: signatory.organisationId,
      name: storedNameText(signatory.name, reader),
      office: signatory.office,
      ground: signatory.ground,
      displayOrder: signatory.displayOrder,
      signingOrder: signatory.signingOrder,
      consentedAt: signatory.consent?.at ?? null,
      signedAt: signatory.signature?.at ?? null,
    })),
    preamble: withText ? agreement.preamble : null,
    clauses: withText
      ? agreement.clauses.map(({ id: clauseId, number, binding, texts, lagging }) => ({
          id: clauseId,
          number,
          binding,
          texts: wordingsIn(texts),
          lagging,
        }))
      : null,
    documents: withText
      ? agreement.documents.map(({ revision, kind: made, sha256, madeAt }) => ({
          revision,
          kind: made,
          sha256,
          madeAt,
        }))
      : [],
  }
}

const wordingsIn = (texts: Agreement['clauses'][number]['texts']) =>
  Object.fromEntries(
    Object.entries(texts).map(([language, { heading, body, revision }]) => [language, { heading, body, revision }]),
  )
