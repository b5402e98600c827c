import type { Content, Translated } from '../language/translated.ts'
import type { StoredName } from '../organisations/storedName.ts'

export type StageKind =
  | 'rehearsal'
  | 'doors'
  | 'opening'
  | 'speech'
  | 'signing'
  | 'photo'
  | 'questions'
  | 'closing'
  | 'other'

export type Standing = 'planned' | 'running' | 'paused' | 'aborted' | 'ended'

export type BoardStage = {
  id: string
  kind: StageKind
  title: Content
  /** Instants as ISO strings (UTC), so that a board is JSON as it stands. */
  plannedAt: string
  plannedMinutes: number
  beganAt: string | null
  endedAt: string | null
  skipped: boolean
}

/** `prevented`: cannot sign now, and the reason is told; the signature may still come later. */
export type SignatoryState = 'awaiting' | 'ready' | 'signed' | 'prevented'

export type BoardSignatory = {
  id: string
  organisationId: string
  organisation: Translated
  name: StoredName
  office: Content
  country: string
  timeZone: string
  /** 席次: the agreed order of names. */
  displayOrder: number
  signingOrder: number
  state: SignatoryState
  /** When the state began. */
  at: string | null
  /** Why not now, in words for everybody. */
  reason: Content | null
}

export type LiveQuestion = {
  id: string
  text: Content
  /** Null without the asker's consent to be named. */
  asker: { name: string; outlet: string | null } | null
  state: 'live' | 'answered'
  answer: { text: Content; by: string; at: string } | null
}

/** What everybody may see of a ceremony: a fold of its log. What only some may see (the queue, the cues) is never in here. */
export type Board = {
  eventId: string
  slug: string
  title: Content
  /** Of the last row of the log that is folded in; the number of the last change, 0 before the first. */
  seq: number
  standing: Standing
  /** In words for everybody, while paused or after an abort. */
  standingReason: Content | null
  zone: string
  stages: BoardStage[]
  currentStageId: string | null
  signatories: BoardSignatory[]
  signedCount: number
  requiredCount: number
  /** Set when the last required signature landed. */
  completedAt: string | null
  questions: {
    gate: 'closed' | 'open'
    /** Why a named operator opened them before the last signature, for everybody to read. */
    override: { by: string; reason: Content; at: string } | null
    asked: number
    waiting: number
    answered: number
    declined: number
    live: LiveQuestion[]
  }
  demonstration: boolean
  /** A past afternoon shown again: its clock read `at` when the wall's read `since`, and runs at this speed. */
  replay: { at: string; speed: number; since: string } | null
}
