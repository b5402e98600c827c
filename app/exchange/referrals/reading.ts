import type { TakenStep } from './loading.ts'
import type { Side } from './standing.ts'

const asking: readonly Side[] = ['asker', 'home']
const offices: readonly Side[] = ['asker', 'home', 'partner']
const answering: readonly Side[] = ['partner', 'company']
const all: readonly Side[] = ['asker', 'home', 'partner', 'company']

/** For whom a side writes when it asks back: for the asking company, and those between them. */
const betweenAskerAnd = { home: asking, partner: offices, company: all, asker: all, system: all } as const

/**
 * The steps as a reader on these sides may see them: what was written for others is taken out, for words tell names as well. A company reads
 * nothing of what passed before it was asked, an asking company nothing of how others were asked; an acceptance is for both once they know
 * each other.
 */
export function stepsFor(steps: readonly TakenStep[], sides: readonly Side[], isIntroduced: boolean): TakenStep[] {
  const passedAt = steps.findLastIndex(({ act }) => act === 'passed-to')
  return steps.map((step, index) => {
    const readers = isIntroduced && step.act === 'accepted' && index > passedAt ? all : readersOf(steps, index)
    const reads = sides.some((side) => readers.includes(side) && (side !== 'company' || index >= passedAt))
    return reads ? step : { ...step, words: null, reason: null }
  })
}

function readersOf(steps: readonly TakenStep[], index: number): readonly Side[] {
  const { act, side } = steps[index] as TakenStep
  if (act === 'asked-back') return betweenAskerAnd[side]
  if (act === 'replied') {
    const question = steps.slice(0, index).findLast((step) => step.act === 'asked-back')
    return question ? betweenAskerAnd[question.side] : asking
  }
  if (act === 'passed-on') return offices
  if (act === 'passed-to' || act === 'accepted') return answering
  if (act === 'declined' && side === 'company') return answering
  if ((act === 'declined' || act === 'answered') && side === 'home') return asking
  return act === 'answered' || act === 'consented' ? offices : all
}
