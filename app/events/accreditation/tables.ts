import type { Locale } from '../../language/locales.ts'
import type { PersonName } from '../../language/names.ts'
import type { Content } from '../../language/translated.ts'

/** ペン、スチール、TV・ENG: a writer, a photographer, a crew with a camera. */
export const pressRoles = ['writer', 'photographer', 'tv-crew'] as const
export type PressRole = (typeof pressRoles)[number]

export const proofTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type ProofType = (typeof proofTypes)[number]

/** What the press office may still ask an applicant for. */
export const wants = ['readable-proof', 'other-proof', 'letter', 'details'] as const
export type Wanted = (typeof wants)[number]

type CoverageRulesTable = {
  id: string
  event_id: string
  version: number
  text: Content
  written_by: string | null
  written_at: Date
}

type AccreditationTermsTable = {
  event_id: string
  largest_crew: number
  proof_needed: boolean
  proof_days: number
  set_by: string | null
  set_at: Date
}

type StandingAccreditationTable = {
  id: string
  organisation_id: string
  address: string
  address_key: string
  name: PersonName
  outlet: string
  outlet_key: string
  role: PressRole
  locale: Locale
  given_for: string
  given_by: string | null
  given_at: Date
  expires_at: Date
  revoked_by: string | null
  revoked_at: Date | null
  revoked_because: string | null
}

type StandingLinkTable = {
  token_hash: Uint8Array
  standing_id: string
  event_id: string
  made_at: Date
  expires_at: Date
  used_at: Date | null
}

type AccreditationTable = {
  registration_id: string
  event_id: string
  role: PressRole
  outlet: string
  crew: number
  mobile: string
  press_club: string | null
  wishes_to_ask: boolean
  question: string | null
  languages: Locale[]
  outlet_key: string
  mobile_key: string
  rules_id: string | null
  rules_locale: Locale | null
  rules_accepted_at: Date | null
  standing_id: string | null
}

type AccreditationProofTable = {
  id: string
  registration_id: string
  /** What the bytes are, not what the sender called them. */
  media_type: ProofType
  size: number
  /** SHA-256 of the file as it came: tells that two applications brought the same one. */
  digest: Uint8Array
  blob_sha256: Uint8Array | null
  received_at: Date
  deleted_at: Date | null
}

type AccreditationRequestTable = {
  id: string
  registration_id: string
  wanted: Wanted
  note: string | null
  token_hash: Uint8Array
  asked_by: string | null
  asked_at: Date
  answer: string | null
  proof_id: string | null
  answered_at: Date | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    coverage_rules: CoverageRulesTable
    accreditation_terms: AccreditationTermsTable
    standing_accreditation: StandingAccreditationTable
    standing_link: StandingLinkTable
    accreditation: AccreditationTable
    accreditation_proof: AccreditationProofTable
    accreditation_request: AccreditationRequestTable
  }
}
