import type { Content } from '../../language/translated.ts'
import type { CalendarMethod } from '../../platform/mail/tables.ts'

/** What a mail about a registration says. */
export type NoticeKind =
  | 'received'
  | 'confirmed'
  | 'promoted'
  | 'waiting'
  | 'late'
  | 'declined'
  | 'withdrawn'
  | 'moved'
  | 'cancelled'
  | 'reminder'

export type Audience = 'came' | 'absent'

/** Who may see a recording or other material. */
export type MaterialAudience = 'everybody' | 'registered' | 'came'

type RegistrationNoticeTable = {
  id: string
  registration_id: string
  kind: NoticeKind
  decision_id: string | null
  sequence: number
  calendar_method: CalendarMethod | null
  calendar_sequence: number | null
  mail_id: string
  noticed_at: Date
}

type ReminderPlanTable = { event_id: string; minutes: number[]; set_by: string | null; set_at: Date }

type ReminderTable = {
  registration_id: string
  minutes: number
  begins_at: Date
  mail_id: string | null
  reminded_at: Date
}

type CalendarAddressTable = {
  id: string
  person_id: string
  token_hash: Uint8Array
  made_at: Date
  ended_at: Date | null
}

type AttendanceTable = {
  id: string
  registration_id: string
  came: boolean
  source: 'provider' | 'hand'
  minutes: number | null
  recorded_by: string | null
  recorded_at: Date
  replaced_at: Date | null
}

type FollowUpTable = {
  id: string
  event_id: string
  audience: Audience
  subject: Content
  body: Content
  composed_by: string | null
  composed_at: Date
  due_at: Date
  taken_back_at: Date | null
  sent_at: Date | null
}

type EventMaterialTable = {
  id: string
  event_id: string
  kind: 'recording' | 'material'
  title: Content
  audience: MaterialAudience
  address: string | null
  file_name: string | null
  media_type: string | null
  bytes: Uint8Array | null
  added_by: string | null
  added_at: Date
  removed_by: string | null
  removed_at: Date | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    registration_notice: RegistrationNoticeTable
    reminder_plan: ReminderPlanTable
    reminder: ReminderTable
    calendar_address: CalendarAddressTable
    attendance: AttendanceTable
    follow_up: FollowUpTable
    event_material: EventMaterialTable
  }
}
