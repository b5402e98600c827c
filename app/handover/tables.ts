type HandoverTable = {
  id: string
  organisation_id: string
  from_person_id: string
  to_person_id: string
  note: string | null
  /** How many responsibilities moved, by room. */
  moved: Record<string, number>
  handed_over_by: string | null
  handed_over_at: Date
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    handover: HandoverTable
  }
}

export type Handover = Pick<HandoverTable, 'note' | 'moved'> & { from: string; to: string; at: Date }
