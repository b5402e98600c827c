import type { Content } from '../language/translated.ts'
import type { Board, BoardStage } from './board.ts'

/**
 * A board in the small pieces that a page shows: which of several prepared states holds (`facts`), moments, written texts and
 * counts, each by its key. The server's views and the island read the same keys, so a page is patched by what it was made from.
 * No import but types: this goes to browsers.
 */
export type Live = {
  facts: Record<string, string>
  times: Record<string, string | null>
  contents: Record<string, Content | null>
  counts: Record<string, number>
}

/** What fills the shared screen: the stage that runs, or what stands in its place. */
export type Composition = 'waiting' | 'paused' | 'aborted' | 'ended' | BoardStage['kind']

export function liveOf(board: Board): Live {
  const live: Live = { facts: {}, times: {}, contents: {}, counts: {} }
  const { facts, times, contents, counts } = live
  const { questions } = board
  facts['standing'] = board.standing
  facts['replay'] = board.replay ? 'yes' : 'no'
  counts['speed'] = board.replay?.speed ?? 1
  facts['complete'] = board.completedAt ? 'yes' : 'no'
  facts['gate'] = gateOf(board)
  facts['composition'] = compositionOf(board)
  facts['scene'] = board.currentStageId ?? ''
  facts['live'] = questions.live.some(({ state }) => state === 'live') ? 'yes' : 'no'
  facts['record'] = questions.live.some(({ state }) => state === 'answered') ? 'yes' : 'no'
  contents['standing'] = board.standingReason
  contents['override'] = questions.override?.reason ?? null
  times['override'] = questions.override?.at ?? null
  times['completed'] = board.completedAt
  for (const count of ['asked', 'waiting', 'answered', 'declined'] as const) counts[count] = questions[count]
  counts['signed'] = board.signedCount
  counts['required'] = board.requiredCount
  for (const stage of board.stages) {
    facts[`stage:${stage.id}`] = stageState(board, stage)
    times[`began:${stage.id}`] = stage.beganAt
    times[`ended:${stage.id}`] = stage.endedAt
  }
  for (const signatory of board.signatories) {
    facts[`signatory:${signatory.id}`] = signatory.state
    times[`signatory:${signatory.id}`] = signatory.at
    contents[`signatory:${signatory.id}`] = signatory.state === 'prevented' ? signatory.reason : null
  }
  return live
}

/** How questions stand, for everybody; that they were opened early is told to the end and after. */
function gateOf({ standing, questions }: Board): 'closed' | 'open' | 'overridden' | 'over' {
  if (questions.override) return 'overridden'
  if (standing === 'ended' || standing === 'aborted') return 'over'
  return questions.gate
}

export type StageState = 'ahead' | 'now' | 'done' | 'skipped'

export function stageState(board: Board, stage: BoardStage): StageState {
  if (stage.skipped) return 'skipped'
  if (stage.endedAt) return 'done'
  return stage.beganAt && stage.id === board.currentStageId ? 'now' : stage.beganAt ? 'done' : 'ahead'
}

function compositionOf(board: Board): Composition {
  if (board.standing === 'paused' || board.standing === 'aborted' || board.standing === 'ended') return board.standing
  return board.stages.find(({ id }) => id === board.currentStageId)?.kind ?? 'waiting'
}
