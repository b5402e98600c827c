import type { Content, Translated } from '../../language/translated.ts'

type AgreementRegistrationTable = {
  agreement_id: string
  responsible_person_id: string | null
  /** Where it is known from. */
  source: Translated | null
  /** What is known of it and what is not, by fact. */
  known: Record<string, unknown>
  registered_by: string | null
  registered_at: Date
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
  /** From this instant the agreement is over. */
  effective_from: Date
  noticed_by: string | null
  noticed_at: Date
}

export type Cadence = 'once' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly'
export type EvidenceKind = 'note' | 'file' | 'event' | 'referral' | 'link'

type UndertakingTable = {
  id: string
  agreement_id: string
  clause_id: string | null
  /** Who shall do it. */
  organisation_id: string
  person_id: string | null
  title: Content
  cadence: Cadence
  /** `YYYY-MM-DD`, a day in `zone`. */
  first_due: string
  zone: string
  evidence: EvidenceKind
  set_by: string | null
  set_at: Date
  ended_at: Date | null
  ended_by: string | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    agreement_registration: AgreementRegistrationTable
    agreement_suspension: AgreementSuspensionTable
    agreement_termination: AgreementTerminationTable
    undertaking: UndertakingTable
  }
}
