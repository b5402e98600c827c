import type { ProfileText } from '../../organisations/profileText.ts'

/** `request`: somebody seeks it; `offer`: somebody has it. */
export const directions = ['request', 'offer'] as const
export type Direction = (typeof directions)[number]

export const needKinds = ['technology', 'business', 'research'] as const
export type NeedKind = (typeof needKinds)[number]

/** The kind of partner that is sought. */
export const partnerKinds = [
  'manufacturer',
  'distributor',
  'developer',
  'research',
  'clinic',
  'service',
  'investor',
] as const
export type PartnerKind = (typeof partnerKinds)[number]

export const needActs = ['submitted', 'published', 'returned', 'renewed', 'withdrawn'] as const
export type NeedAct = (typeof needActs)[number]

type NeedTable = {
  id: string
  reference: string
  organisation_id: string
  /** The cluster whose coordinators review it and answer for it. */
  cluster_id: string
  direction: Direction
  kind: NeedKind
  title: ProfileText
  body: ProfileText
  is_anonymous: boolean
  entered_by: string | null
  entered_at: Date
  /** `YYYY-MM-DD`: shown until the end of that day in `zone`. */
  expires_on: string
  zone: string
  /** Technology readiness level, 1 to 9. */
  readiness: number | null
  partners: PartnerKind[]
  emdn: string[]
  /** The state of the thesaurus it was read with. */
  thesaurus: string | null
}

type NeedStepTable = {
  id: string
  need_id: string
  act: NeedAct
  reason: string | null
  by_person: string | null
  at: Date
}

type NeedExclusionTable = {
  need_id: string
  organisation_id: string | null
  cluster_id: string | null
}

type NeedReminderTable = {
  need_id: string
  expires_on: string
  sent_at: Date
}

export const dismissalReasons = ['other-field', 'known-already', 'rival', 'no-capacity', 'other'] as const
export type DismissalReason = (typeof dismissalReasons)[number]

type NeedTermTable = { need_id: string; term: string; weight: number }

type NeedDismissalTable = {
  id: string
  need_id: string
  organisation_id: string | null
  other_need_id: string | null
  reason: DismissalReason
  by_person: string | null
  at: Date
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    need: NeedTable
    need_step: NeedStepTable
    need_exclusion: NeedExclusionTable
    need_reminder: NeedReminderTable
    need_term: NeedTermTable
    need_dismissal: NeedDismissalTable
  }
}
