import type { Locale } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { StoredName } from '../organisations/storedName.ts'

export type AgreementKind = 'memorandum' | 'letter-of-intent' | 'non-disclosure' | 'cooperation'
export type AuthorityGround = 'office' | 'board-decision' | 'delegation'

type AgreementTable = {
  id: string
  reference: string
  kind: AgreementKind
  title: Translated
  /** The authentic languages; the first is the one drafting began in. */
  languages: Locale[]
  preamble: Translated
  term_months: number
  notice_months: number
  governing: string | null
  lead_organisation_id: string
  template: string | null
  model_notice: Translated | null
  demonstration: boolean
  created_by: string | null
  created_at: Date
}

type AgreementPartyTable = {
  agreement_id: string
  organisation_id: string
  alliance_id: string | null
  position: number
  added_at: Date
}

type ClauseTable = {
  id: string
  agreement_id: string
  slug: string
  position: number
  binding: boolean
  added_at: Date
  removed_at: Date | null
  removed_by: string | null
}

type ClauseTextTable = {
  id: string
  clause_id: string
  language: Locale
  revision: number
  heading: string
  body: string
  round: number
  written_by: string | null
  written_at: Date
}

type ProposalTable = {
  id: string
  agreement_id: string
  clause_id: string
  /** `basedOn`: the revision the proposer saw. */
  texts: Partial<Record<Locale, { heading: string; body: string; basedOn: number }>>
  reason: string
  organisation_id: string
  proposed_by: string | null
  proposed_at: Date
  withdrawn_at: Date | null
}

type ProposalAnswerTable = {
  proposal_id: string
  organisation_id: string
  answer: 'accepted' | 'declined'
  reason: string | null
  answered_by: string | null
  answered_at: Date
}

type SignatoryTable = {
  id: string
  agreement_id: string
  organisation_id: string
  person_id: string
  name: StoredName
  office: Content
  authority_ground: AuthorityGround
  authority_reference: string
  authority_date: string | null
  authority_limits: string | null
  display_order: number
  signing_order: number
  named_by: string | null
  named_at: Date
}

type ApprovalTable = {
  id: string
  agreement_id: string
  organisation_id: string
  text_hash: string
  approved_by: string | null
  approved_at: Date
  withdrawn_at: Date | null
  withdrawn_by: string | null
}

type AgreementDocumentTable = {
  agreement_id: string
  revision: number
  kind: 'approved' | 'sealed' | 'signed' | 'archived'
  text_hash: string
  sha256: string
  facts: Record<string, unknown>
  made_at: Date
}

type SigningInvitationTable = {
  id: string
  signatory_id: string
  token_hash: Uint8Array
  created_at: Date
  expires_at: Date
  opened_at: Date | null
  revoked_at: Date | null
}

type ConsentCodeTable = {
  id: string
  signatory_id: string
  document_sha256: string
  code_hash: Uint8Array
  created_at: Date
  expires_at: Date
  attempts: number
  used_at: Date | null
}

type ConsentTable = {
  id: string
  agreement_id: string
  signatory_id: string
  text_hash: string
  document_sha256: string
  methods: ('mail-code' | 'passkey')[]
  evidence: Record<string, unknown>
  consented_at: Date
  withdrawn_at: Date | null
}

type SignatureTable = {
  id: string
  agreement_id: string
  signatory_id: string
  consent_id: string
  revision: number
  field: string
  certificate: string
  stamped_at: Date
  stamped_by: string
  signed_at: Date
}

type EntryIntoForceTable = { agreement_id: string; in_force_from: Date; in_force_until: string }

type AgreementRegistrationTable = {
  agreement_id: string
  signed_on: string | null
  others: { name: string; country: string | null }[]
  contacts: string | null
  source: string | null
  note: string | null
  responsible_person_id: string | null
  scan_sha256: Uint8Array | null
  scan_name: string | null
  registered_by: string | null
  registered_at: Date
  withdrawn_at: Date | null
}

type AgreementSuspensionTable = {
  id: string
  agreement_id: string
  organisation_id: string
  reason: string
  suspended_by: string | null
  suspended_at: Date
  lifted_by: string | null
  lifted_at: Date | null
}

type AgreementTerminationTable = {
  agreement_id: string
  organisation_id: string
  reason: string
  effective_from: Date
  noticed_by: string | null
  noticed_at: Date
}

type AgreementReminderTable = { agreement_id: string; until: string; days: number; sent_at: Date }

type AgreementRenewalTable = { agreement_id: string; renews_id: string; prepared_by: string | null; prepared_at: Date }

type PublicationTable = { agreement_id: string; with_text: boolean; published_by: string | null; published_at: Date }

type CertificateAuthorityTable = {
  id: string
  certificate: string
  private_key: Uint8Array
  demonstration: boolean
  created_at: Date
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    agreement: AgreementTable
    agreement_party: AgreementPartyTable
    clause: ClauseTable
    clause_text: ClauseTextTable
    proposal: ProposalTable
    proposal_answer: ProposalAnswerTable
    signatory: SignatoryTable
    approval: ApprovalTable
    agreement_document: AgreementDocumentTable
    signing_invitation: SigningInvitationTable
    consent_code: ConsentCodeTable
    consent: ConsentTable
    signature: SignatureTable
    entry_into_force: EntryIntoForceTable
    agreement_registration: AgreementRegistrationTable
    agreement_suspension: AgreementSuspensionTable
    agreement_termination: AgreementTerminationTable
    agreement_reminder: AgreementReminderTable
    agreement_renewal: AgreementRenewalTable
    publication: PublicationTable
    certificate_authority: CertificateAuthorityTable
  }
}
