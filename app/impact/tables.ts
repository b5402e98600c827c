export type OutcomeKind = 'nda' | 'pilot' | 'distribution' | 'joint-project' | 'investment' | 'authorisation'

type OutcomeTable = {
  id: string
  referral_id: string | null
  agreement_id: string | null
  kind: OutcomeKind
  /** `YYYY-MM-DD`. */
  happened_on: string
  reported_by: string | null
  reported_at: Date
  withdrawn_at: Date | null
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    outcome: OutcomeTable
  }
}
