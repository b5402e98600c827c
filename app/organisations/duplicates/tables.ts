import type { ProfileText } from '../profileText.ts'
import type { ReasonCode } from './detection/comparing.ts'

type DuplicateLookTable = { id: string; looked_at: Date; compared: number; proposed: number }

type DuplicateProposalTable = {
  id: string
  /** The lesser of the two. */
  one_id: string
  other_id: string
  /** In hundredths. */
  score: number
  reasons: ReasonCode[]
  found_at: Date
}

type DuplicateDecisionTable = {
  proposal_id: string
  decision: 'merged' | 'not-the-same'
  decided_by: string | null
  /** The cluster whose office decided. */
  decided_for: string
  decided_at: Date
}

type OrganisationMergeTable = {
  id: string
  proposal_id: string
  cluster_id: string
  kept_id: string
  gone_id: string
  gone_slug: string
  gone_name: ProfileText
  before: object
  left_behind: Record<string, string>
  merged_by: string | null
  merged_at: Date
  undone_by: string | null
  undone_at: Date | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    duplicate_look: DuplicateLookTable
    duplicate_proposal: DuplicateProposalTable
    duplicate_decision: DuplicateDecisionTable
    organisation_merge: OrganisationMergeTable
  }
}
