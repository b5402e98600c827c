import type { Facts, Via } from './link.ts'

export type ActivityTable = {
  id: string
  subject_kind: string
  subject_id: string
  seq: number
  at: Date
  verb: string
  actor_organisation_id: string | null
  actor_via: Via
  facts: Facts
  commitments: Record<string, string>
  previous: Uint8Array
  hash: Uint8Array
}

type ActivityHeadTable = { subject_kind: string; subject_id: string; seq: number; hash: Uint8Array }

type ActivityPersonalTable = {
  activity_id: string
  name: string
  /** Whose data this is; null when the person has no account here. */
  person_id: string | null
  salt: Uint8Array
  value: string
}

type ActivityAnchorTable = {
  id: string
  subject_kind: string
  subject_id: string
  seq: number
  hash: Uint8Array
  at: Date
  service: string
  trial: boolean
  token: Uint8Array
}

declare module '../db/tables.ts' {
  interface Tables {
    activity: ActivityTable
    activity_head: ActivityHeadTable
    activity_personal: ActivityPersonalTable
    activity_anchor: ActivityAnchorTable
  }
}
