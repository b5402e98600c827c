export const contactKinds = ['meeting', 'call', 'visit', 'mail'] as const
export type ContactKind = (typeof contactKinds)[number]

type ContactEntryTable = {
  id: string
  /** Whose log it stands in. */
  organisation_id: string
  kind: ContactKind
  /** `YYYY-MM-DD`. */
  held_on: string
  /** The organisation on the other side, as it was entered. */
  counterpart: string
  people: string | null
  agreed: string
  agreement_id: string | null
  entered_by: string | null
  entered_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

type ContactStepTable = {
  id: string
  entry_id: string
  what: string
  /** `YYYY-MM-DD`: until the end of that day in `zone`. */
  due_on: string
  zone: string
  person_id: string
  done_by: string | null
  done_at: Date | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    contact_entry: ContactEntryTable
    contact_step: ContactStepTable
  }
}
