import { fieldGroups } from '../../organisations/members/profile.ts'

/** What an agreement can open to the other parties: field groups of the directory, introductions, events. */
export const openings = [...fieldGroups, 'referrals', 'events'] as const
export type Opening = (typeof openings)[number]

/** To whom: those who run the other clusters, or their members as well. */
export const audiences = ['coordinators', 'members'] as const
export type Audience = (typeof audiences)[number]

type AgreementGrantTable = {
  id: string
  agreement_id: string
  organisation_id: string
  opens: Opening
  audience: Audience
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
