import type { ProfileText } from '../../organisations/profileText.ts'

export type ReferralKind = 'introduction' | 'regulatory' | 'soft-landing' | 'distributor' | 'trial-site' | 'laboratory'

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

declare module '../../platform/db/tables.ts' {
  interface Tables {
    referral: ReferralTable
  }
}
