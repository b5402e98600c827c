import type { PersonName } from '../language/names.ts'
import type { Content } from '../language/translated.ts'
import type { StageKind } from './board.ts'
import type { LogType } from './log.ts'

type CeremonyTable = {
  event_id: string
  questions_per_outlet: number | null
  planned_by: string | null
  planned_at: Date
}

type CeremonyStageTable = {
  id: string
  event_id: string
  position: number
  kind: StageKind
  title: Content
  planned_at: Date
  minutes: number
  cue: Content | null
}

type CeremonyOperatorTable = {
  id: string
  event_id: string
  person_id: string
  named_by: string | null
  named_at: Date
  ended_at: Date | null
}

type CeremonyLogTable = {
  event_id: string
  seq: number
  at: Date
  actor_id: string | null
  type: LogType
  data: Record<string, unknown>
  saw: number | null
}

type CeremonyReplayTable = { event_id: string; from_instant: Date; speed: number; began_at: Date }

export type QuestionState = 'draft' | 'queued' | 'held' | 'merged' | 'declined' | 'live' | 'answered' | 'withdrawn'

type QuestionTable = {
  id: string
  event_id: string
  registration_id: string
  text: Content
  name: PersonName
  outlet: string | null
  /** The same for two spellings of one outlet; who has none counts as an outlet of their own. */
  outlet_key: string
  /** When the asker agreed to be named in public; null: they did not. */
  named_consent_at: Date | null
  begun_at: Date
}

type QuestionDecisionTable = {
  id: string
  question_id: string
  state: QuestionState
  /** For the asker. */
  reason: Content | null
  into_id: string | null
  decided_by: string | null
  decided_at: Date
  replaced_at: Date | null
}

type QuestionAnswerTable = {
  id: string
  question_id: string
  text: Content
  /** Who spoke, as they are to be named. */
  answered_by: string
  recorded_by: string | null
  recorded_at: Date
  replaced_at: Date | null
}

declare module '../platform/db/tables.ts' {
  interface Tables {
    ceremony: CeremonyTable
    ceremony_stage: CeremonyStageTable
    ceremony_operator: CeremonyOperatorTable
    ceremony_log: CeremonyLogTable
    ceremony_replay: CeremonyReplayTable
    question: QuestionTable
    question_decision: QuestionDecisionTable
    question_answer: QuestionAnswerTable
  }
}
