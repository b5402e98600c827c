import type { CategoryKind } from '../tables.ts'

export type ProviderName = 'zoom-webinar' | 'link'

type AccessPlanTable = {
  event_id: string
  provider: ProviderName
  link_locked: Uint8Array | null
  fallback_locked: Uint8Array | null
  releases_at: Date
  zone: string
  set_by: string | null
  set_at: Date
}

/** What a provider was told of an event; times in ISO 8601. */
export type Told = { topic: string; begins: string; ends: string; zone: string }

type AccessRoomTable = {
  event_id: string
  ref: string
  made_at: Date
  told: Told
  compared_at: Date
  ended_at: Date | null
  /** When the provider's report of who came was taken over. */
  attended_at: Date | null
}

type AccessGrantTable = {
  id: string
  event_id: string
  registration_id: string
  role: CategoryKind
  wanted_at: Date
  revoked_at: Date | null
  revoked_by: string | null
}

type AccessFailureTable = {
  id: string
  grant_id: string
  code: string
  detail: string
  failed_at: Date
  retry_at: Date
}

type AccessAddressTable = {
  id: string
  grant_id: string
  token_hash: Uint8Array
  sent_at: Date
  expires_at: Date
  replaced_at: Date | null
}

type AttendanceMarkTable = {
  id: string
  event_id: string
  registration_id: string | null
  ref: string | null
  address_key: string | null
  came: boolean
  at: Date
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    access_plan: AccessPlanTable
    access_room: AccessRoomTable
    access_round: { event_id: string; until: Date }
    access_release: { event_id: string; released_at: Date }
    access_fallback: {
      id: string
      event_id: string
      opened_by: string | null
      opened_at: Date
      closed_at: Date | null
    }
    access_grant: AccessGrantTable
    access_place: {
      grant_id: string
      ref: string
      link_locked: Uint8Array
      confirmed_at: Date
      withdrawn_at: Date | null
    }
    access_failure: AccessFailureTable
    access_address: AccessAddressTable
    access_reveal: { id: string; grant_id: string; device: string; revealed_at: Date }
    access_seat: { id: string; grant_id: string; token_hash: Uint8Array; opened_at: Date; expires_at: Date }
    webhook_receipt: { sha256: Uint8Array; event: string; event_at: Date; received_at: Date }
    attendance_mark: AttendanceMarkTable
  }
}
