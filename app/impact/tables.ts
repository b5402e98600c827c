import type { CalendarDate } from '../language/dates.ts'

export const outcomeKinds = ['nda', 'pilot', 'distribution', 'joint-project', 'investment', 'authorisation'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export const followUpAnswers = ['nothing-yet', 'in-talks', 'came', 'ended'] as const
export type FollowUpAnswer = (typeof followUpAnswers)[number]

type IntroductionTable = { referral_id: string; introduced_at: Date }

type FollowUpTable = {
  id: string
  referral_id: string
  organisation_id: string
  months: number
  due_on: CalendarDate
  zone: string
  token_hash: Uint8Array | null
  sent_at: Date | null
  answer: FollowUpAnswer | null
  words: string | null
  answered_at: Date | null
}

type OutcomeTable = {
  id: string
  referral_id: string
  kind: OutcomeKind
  happened_on: CalendarDate
  note: string
  link: string | null
  file_sha256: Uint8Array | null
  file_name: string | null
  /** The question it answers; null where somebody reported it unasked. */
  follow_up_id: string | null
  /** In whose name it was reported. */
  reported_for: string
  reported_by: string | null
  reported_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

type MeetingTable = {
  id: string
  referral_id: string
  held_on: CalendarDate
  note: string
  reported_for: string
  reported_by: string | null
  reported_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

type OutcomeAnswerTable = {
  outcome_id: string
  organisation_id: string
  answer: 'confirmed' | 'questioned'
  reason: string | null
  answered_by: string | null
  answered_at: Date
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    introduction: IntroductionTable
    introduction_follow_up: FollowUpTable
    introduction_meeting: MeetingTable
    outcome: OutcomeTable
    outcome_answer: OutcomeAnswerTable
  }
}
