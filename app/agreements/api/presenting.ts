import type { Locale } from '../../language/locales.ts'
import type { Content } from '../../language/translated.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Agreement, Clause, Party, Signatory } from '../agreement.ts'
import { documentToSign } from '../consenting.ts'
import type { Candidate } from '../people.ts'

/**
 * Who reads: a party or signatory everything, everybody else what the public page shows, with or without the text.
 */
type Audience = 'own' | 'public-with-text' | 'public'

/** An agreement for programs, without anybody's account. */
export function presentAgreement(agreement: Agreement, audience: Audience, reader: Locale) {
  const { id, reference, kind, title, languages, standing, demonstration, modelNotice } = agreement
  const { termMonths, noticeMonths, leadOrganisationId, inForce, publication, textHash, preamble } = agreement
  const isOwn = audience === 'own'
  const withText = audience !== 'public'
  return {
    id,
    reference,
    kind,
    title,
    languages,
    standing,
    demonstration,
    modelNotice,
    termMonths,
    noticeMonths,
    leadOrganisationId,
    inForce,
    publication,
    parties: agreement.parties.map((party) => presentParty(party, isOwn)),
    signatories: agreement.signatories.map((signatory) => presentSignatory(signatory, isOwn, reader)),
    approvedDocumentSha256: documentToSign(agreement)?.sha256 ?? null,
    textHash: withText ? textHash : null,
    preamble: withText ? preamble : null,
    clauses: withText ? agreement.clauses.map(presentClause) : null,
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

/** A name from a profile knows who translated it; that stays there. */
const presentContent = ({ original, text }: Content): Content => ({ original, text })

const presentParty = ({ organisationId, slug, name, alliance, approval }: Party, isOwn: boolean) => ({
  organisationId,
  slug,
  name: presentContent(name),
  alliance: alliance ? { slug: alliance.slug, name: presentContent(alliance.name) } : null,
  approvedAt: isOwn ? (approval?.at ?? null) : null,
})

function presentSignatory(signatory: Signatory, isOwn: boolean, reader: Locale) {
  const { id, organisationId, office, displayOrder, signingOrder, consent, signature } = signatory
  const { ground, groundReference, groundDate, groundLimits } = signatory
  return {
    id,
    organisationId,
    office: presentContent(office),
    displayOrder,
    signingOrder,
    name: storedNameText(signatory.name, reader),
    authority: isOwn ? { ground, reference: groundReference, date: groundDate, limits: groundLimits } : null,
    consentedAt: isOwn ? (consent?.at ?? null) : null,
    signature: signature && { at: signature.at, stampedAt: signature.stampedAt, stampedBy: signature.stampedBy },
  }
}

const presentClause = ({ id, number, binding, texts, lagging }: Clause) => ({
  id,
  number,
  binding,
  texts: Object.fromEntries(
    Object.entries(texts).map(([language, { heading, body, revision }]) => [language, { heading, body, revision }]),
  ),
  lagging,
})

/** Somebody who may be named a signatory. */
export const presentPerson = ({ id, name, office }: Candidate, reader: Locale) => ({
  id,
  name: storedNameText(name, reader),
  office: office && presentContent(office),
})
