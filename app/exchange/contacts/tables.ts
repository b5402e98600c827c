export type ContactKind = 'meeting' | 'call' | 'visit' | 'mail'

type ContactEntryTable = {
  id: string
  /** Whose log it stands in. */
  organisation_id: string
  kind: ContactKind
  held_at: Date
  zone: string
  with_organisation_id: string | null
  with_people: string[]
  agreement_id: string | null
  referral_id: string | null
  agreed: string
  entered_by: string | null
  entered_at: Date
  withdrawn_at: Date | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    contact_entry: ContactEntryTable
  }
}
