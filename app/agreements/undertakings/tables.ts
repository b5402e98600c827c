import type { CalendarDate } from '../../language/dates.ts'
import type { Translated } from '../../language/translated.ts'

export const cadences = ['once', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'as-it-arises'] as const
export type Cadence = (typeof cadences)[number]

export const evidenceKinds = ['note', 'file', 'event', 'referral', 'link'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export type EvidenceAnswer = 'confirmed' | 'questioned'

type UndertakingTable = {
  id: string
  agreement_id: string
  clause_id: string | null
  organisation_id: string
  person_id: string | null
  title: Translated
  cadence: Cadence
  /** Null where it is kept as occasions arise. */
  first_due: CalendarDate | null
  zone: string
  evidence: EvidenceKind
  set_by: string | null
  set_at: Date
  ended_at: Date | null
  ended_by: string | null
}

type UndertakingEvidenceTable = {
  id: string
  undertaking_id: string
  /** Which of its days it is for. */
  due_on: CalendarDate | null
  note: string
  link: string | null
  event_id: string | null
  referral_reference: string | null
  file_sha256: Uint8Array | null
  file_name: string | null
  shown_by: string | null
  shown_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

type EvidenceAnswerTable = {
  evidence_id: string
  organisation_id: string
  answer: EvidenceAnswer
  reason: string | null
  answered_by: string | null
  answered_at: Date
}

type UndertakingReminderTable = {
  undertaking_id: string
  due_on: CalendarDate
  kind: 'soon' | 'late'
  sent_at: Date
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    undertaking: UndertakingTable
    undertaking_evidence: UndertakingEvidenceTable
    evidence_answer: EvidenceAnswerTable
    undertaking_reminder: UndertakingReminderTable
  }
}
