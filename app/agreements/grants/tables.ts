import type { FieldGroup } from '../../organisations/members/profile.ts'

/** What an agreement can open to its other parties: parts of the members' profiles, and ways to work together. */
export type Opening = FieldGroup | 'referrals' | 'events'

type AgreementGrantTable = {
  id: string
  agreement_id: string
  /** The party that opens it; its members' profiles are those of the clusters it manages. */
  organisation_id: string
  opens: Opening
  /** To whom at the other parties: those who coordinate, or the members of their clusters too. */
  audience: 'coordinators' | 'members'
  given_by: string | null
  given_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    agreement_grant: AgreementGrantTable
  }
}
