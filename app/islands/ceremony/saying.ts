import type { Board, BoardSignatory } from '../../ceremonies/board.ts'

type Words = Record<string, string>
type Named = Record<string, string[]>

/**
 * What has changed, as one thing to hear. It follows from the two boards and not from the message, so a message that comes twice says
 * nothing. Without a board before (the page was served a moment ago), only what stands now is said.
 */
export function sentencesFor(before: Board | null, now: Board, words: Words, named: Named): string {
  const said: (string | undefined)[] = [
    ...now.signatories.map((signatory) => ofSignatory(before, now, signatory, words, named)),
    now.completedAt && !before?.completedAt ? words['completed'] : undefined,
    ofStanding(before, now, words),
    ofStage(before, now, words, named),
    now.questions.gate === 'open' && before?.questions.gate !== 'open' ? words['questionsOpen'] : undefined,
    ...ofQuestions(before, now, words),
  ]
  return said.filter(Boolean).join(' ')
}

function ofSignatory(before: Board | null, now: Board, signatory: BoardSignatory, words: Words, named: Named) {
  const { id, state } = signatory
  const was = before?.signatories.find((other) => other.id === id)?.state
  if (!before || state === was || state === 'awaiting') return undefined
  const [name = '', organisation = ''] = named[id] ?? []
  return words[state]
    ?.replace('{name}', name)
    .replace('{organisation}', organisation)
    .replace('{signed}', String(now.signedCount))
    .replace('{required}', String(now.requiredCount))
}

function ofStanding(before: Board | null, { standing }: Board, words: Words) {
  if (standing === before?.standing) return undefined
  if (standing === 'running') return before?.standing === 'paused' ? words['resumed'] : undefined
  return words[standing]
}

function ofStage(before: Board | null, now: Board, words: Words, named: Named) {
  const id = now.currentStageId
  if (!id || id === before?.currentStageId) return undefined
  return words['stage']?.replace('{stage}', named[id]?.[0] ?? '')
}

function ofQuestions(before: Board | null, now: Board, words: Words) {
  const was = new Map(before?.questions.live.map(({ id, state }) => [id, state]))
  return now.questions.live.map(({ id, state }) =>
    before && was.get(id) !== state ? words[state === 'live' ? 'question' : 'answer'] : undefined,
  )
}
