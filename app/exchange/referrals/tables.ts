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

/** Why somebody says no. A word beside it may say more. */
export const declineReasons = ['no-fit', 'no-capacity', 'rival', 'too-early', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

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
  reason: DeclineReason | null
  words: string | null
  to_organisation_id: string | null
  /** Whether the asking side agreed, with this act, that its name is shown. */
  consents: boolean
  responsible_organisation_id: string | null
  responsible_person_id: string | null
  due_at: Date | null
  due_zone: string | null
  /** When the next act came; the only column of a step, with the person responsible, that is ever written to. */
  followed_at: Date | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    referral: ReferralTable
    referral_step: ReferralStepTable
  }
}
