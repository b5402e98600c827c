import type { ProfileText } from '../../organisations/profileText.ts'
import type { Act, Side } from './standing.ts'

export const referralKinds = [
  'introduction',
  'regulatory',
  'soft-landing',
  'distributor',
  'trial-site',
  'laboratory',
] as const
export type ReferralKind = (typeof referralKinds)[number]

type ReferralTable = {
  id: string
  reference: string
  kind: ReferralKind
  need_id: string | null
  agreement_id: string | null
  from_organisation_id: string
  from_cluster_id: string
  to_cluster_id: string
  /** Null where the partner coordinator is to find somebody. */
  to_organisation_id: string | null
  subject: ProfileText
  message: ProfileText
  is_demonstration: boolean
  asked_by: string | null
  asked_at: Date
}

/** One act. What a referral is now follows from its steps alone (`standing.ts`); the newest carries whose turn it is and until when. */
type ReferralStepTable = {
  id: string
  referral_id: string
  seq: number
  act: Act
  side: Side
  /** In whose name: a coordinator who enters what a company said does so for the office, and that is what stands here. */
  organisation_id: string | null
  acted_by: string | null
  acted_at: Date
  reason: string | null
  words: string | null
  to_organisation_id: string | null
  /** Whether the asking side agreed, with this act, that its name is shown. */
  consents: boolean
  responsible_organisation_id: string | null
  responsible_person_id: string | null
  due_at: Date | null
  due_zone: string | null
  /** When the next act came; the only column of a step that is ever written to. */
  followed_at: Date | null
}

/** Whom to write to at a company whose people have no account here. Emptied when the consent ends. */
type ReferralContactTable = {
  id: string
  referral_id: string
  side: 'asker' | 'company'
  organisation_id: string
  name: string | null
  address: string | null
  entered_by: string | null
  entered_at: Date
  ended_at: Date | null
}

/** The address in a mail under which somebody answers without an account. */
type ReferralLinkTable = {
  token_hash: Uint8Array
  referral_id: string
  organisation_id: string
  person_id: string | null
  made_at: Date
  expires_at: Date
  used_at: Date | null
}

/** A coordinator is away: what would be theirs goes to the deputy, or to a manager. */
type CoordinatorAbsenceTable = {
  id: string
  person_id: string
  deputy_id: string | null
  since: string
  until: string
  zone: string
  entered_at: Date
  ended_at: Date | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    referral: ReferralTable
    referral_step: ReferralStepTable
    referral_contact: ReferralContactTable
    referral_link: ReferralLinkTable
    coordinator_absence: CoordinatorAbsenceTable
  }
}
