/** What somebody did, or what the days did by themselves (`reminded`, `escalated`, `lapsed`). */
export type Act =
  | 'asked'
  | 'passed-on'
  | 'asked-back'
  | 'replied'
  | 'passed-to'
  | 'accepted'
  | 'declined'
  | 'answered'
  | 'consented'
  | 'consent-withdrawn'
  | 'withdrawn'
  | 'handed-over'
  | 'reminded'
  | 'escalated'
  | 'lapsed'

/** The four who take part, in the order in which a referral passes them; and the installation itself. */
export type Side = 'asker' | 'home' | 'partner' | 'company' | 'system'

/** Whose turn it is: `asker` owes an answer to a question, `consent` is the asker's yes to being named. The last five are answers. */
export type Stage =
  | 'home'
  | 'partner'
  | 'company'
  | 'asker'
  | 'consent'
  | 'introduced'
  | 'answered'
  | 'declined'
  | 'withdrawn'
  | 'lapsed'

export type OpenStage = Exclude<Stage, 'introduced' | 'answered' | 'declined' | 'withdrawn' | 'lapsed'>

/** A step as far as it counts for where things stand. */
export type Step = { act: Act; side: Side; toOrganisationId: string | null; consents: boolean }

export type Standing = {
  stage: Stage
  /** Who asked the question that the asker owes an answer to. */
  returnTo: 'home' | 'partner' | 'company' | null
  /** Whom the asker named. */
  wantedId: string | null
  /** To whom it was passed last. */
  companyId: string | null
  /** Those who said no. */
  triedIds: string[]
  /** Whether each side's name may be shown to the other. */
  consents: { asker: boolean; company: boolean }
  /** Whether it has left the home coordinator's desk: from then on the other side knows of it. */
  isAbroad: boolean
  reminded: boolean
  escalated: boolean
}

export const isOpen = (stage: Stage): stage is OpenStage =>
  stage !== 'introduced' && stage !== 'answered' && stage !== 'declined' && stage !== 'withdrawn' && stage !== 'lapsed'

/** Who is to act, stage by stage: no open stage is without somebody. */
export const turnOf: Record<OpenStage, Exclude<Side, 'system'>> = {
  home: 'home',
  partner: 'partner',
  company: 'company',
  asker: 'asker',
  consent: 'asker',
}

const first = (step: Step): Standing => ({
  stage: 'home',
  returnTo: null,
  wantedId: step.toOrganisationId,
  companyId: null,
  triedIds: [],
  consents: { asker: step.consents, company: false },
  isAbroad: false,
  reminded: false,
  escalated: false,
})

/** What the step makes of it; null where it is not possible as things stand. */
export function after(before: Standing | null, step: Step): Standing | null {
  if (before === null) return step.act === 'asked' && step.side === 'asker' ? first(step) : null
  const next = moves[step.act](before, step)
  if (!next) return null
  // A new turn begins with nobody reminded.
  const turned = next.stage !== before.stage || next.companyId !== before.companyId || next.returnTo !== before.returnTo
  return turned ? { ...next, reminded: false, escalated: false } : next
}

type Move = (now: Standing, step: Step) => Standing | null

const open =
  (move: Move): Move =>
  (now, step) =>
    isOpen(now.stage) ? move(now, step) : null

const bySystem =
  (move: Move): Move =>
  (now, step) =>
    step.side === 'system' && isOpen(now.stage) ? move(now, step) : null

const moves: Record<Act, Move> = {
  asked: () => null,
  'passed-on': (now, { side }) =>
    side === 'home' && now.stage === 'home' ? { ...now, stage: 'partner', isAbroad: true } : null,
  'asked-back': (now, { side }) =>
    (side === 'home' || side === 'partner' || side === 'company') && now.stage === side
      ? { ...now, stage: 'asker', returnTo: side }
      : null,
  replied: (now, { side }) =>
    side === 'asker' && now.stage === 'asker' && now.returnTo ? { ...now, stage: now.returnTo, returnTo: null } : null,
  'passed-to': passedTo,
  accepted: (now, { side }) => {
    if (side !== 'company' || now.stage !== 'company') return null
    const consents = { ...now.consents, company: true }
    return { ...now, consents, stage: consents.asker ? 'introduced' : 'consent' }
  },
  declined,
  // What was asked may be answered by an office itself, without anybody being introduced.
  answered: (now, { side }) =>
    (side === 'home' || side === 'partner') && now.stage === side ? { ...now, stage: 'answered' } : null,
  consented: open((now, { side }) => {
    if (side !== 'asker' || now.consents.asker) return null
    const consents = { ...now.consents, asker: true }
    return { ...now, consents, stage: now.stage === 'consent' ? 'introduced' : now.stage }
  }),
  'consent-withdrawn': (now, { side }) => {
    if ((side !== 'asker' && side !== 'company') || !now.consents[side]) return null
    const consents = { ...now.consents, [side]: false }
    // Who takes an acceptance back before the introduction is asked again.
    return { ...now, consents, stage: side === 'company' && now.stage === 'consent' ? 'company' : now.stage }
  },
  withdrawn: open((now, { side }) => (side === 'asker' ? { ...now, stage: 'withdrawn', returnTo: null } : null)),
  'handed-over': open((now) => now),
  reminded: bySystem((now) => (now.reminded ? null : { ...now, reminded: true })),
  escalated: bySystem((now) => (now.escalated ? null : { ...now, escalated: true })),
  lapsed: bySystem((now) => ({ ...now, stage: 'lapsed', returnTo: null })),
}

/** Another company may be tried while the first has not answered. */
function passedTo(now: Standing, { side, toOrganisationId }: Step): Standing | null {
  if (side !== 'partner' || !toOrganisationId || toOrganisationId === now.companyId) return null
  if (now.stage !== 'partner' && now.stage !== 'company') return null
  if (now.triedIds.includes(toOrganisationId)) return null
  const triedIds = now.stage === 'company' && now.companyId ? [...now.triedIds, now.companyId] : now.triedIds
  const consents = { ...now.consents, company: false }
  return { ...now, stage: 'company', companyId: toOrganisationId, triedIds, consents }
}

/** A company's no goes back to its coordinator, who knows others; a coordinator's no is the answer. */
function declined(now: Standing, { side }: Step): Standing | null {
  if (side === 'company' && now.stage === 'company' && now.companyId)
    return { ...now, stage: 'partner', companyId: null, triedIds: [...now.triedIds, now.companyId] }
  if (side === 'home' && now.stage === 'home') return { ...now, stage: 'declined' }
  if (side === 'partner' && (now.stage === 'partner' || now.stage === 'company')) return { ...now, stage: 'declined' }
  return null
}

/** @throws Error for steps that cannot have followed one another: the verbs keep them from being written. */
export function standingOf(steps: readonly Step[]): Standing {
  let standing: Standing | null = null
  for (const step of steps) {
    standing = after(standing, step)
    if (!standing) throw new Error(`A referral's steps do not follow: ${steps.map(({ act }) => act).join(', ')}`)
  }
  if (!standing) throw new Error('A referral without a step')
  return standing
}

const byPeople = [
  ...(['passed-on', 'passed-to', 'accepted', 'answered', 'replied', 'consented', 'asked-back', 'declined'] as const),
  ...(['consent-withdrawn', 'withdrawn'] as const),
]

export type PersonsAct = (typeof byPeople)[number]

/** What each side may do as things stand, the main thing first. */
export const actsOf = (now: Standing, sides: readonly Side[]): { act: PersonsAct; side: Side }[] =>
  byPeople.flatMap((act) =>
    sides.flatMap((side) => {
      // Whoever has been tried is left out when the company is chosen; any other will do here.
      const step = { act, side, toOrganisationId: act === 'passed-to' ? 'another' : null, consents: false }
      return after(now, step) ? [{ act, side }] : []
    }),
  )
