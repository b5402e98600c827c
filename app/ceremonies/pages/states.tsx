import { type Tone, Status } from '../../ui/status.tsx'
import type { Board, BoardSignatory, SignatoryState, Standing } from '../board.ts'
import type { Live, StageState } from '../pieces.ts'
import type { Reader } from './reader.ts'
import { When } from './when.tsx'

export const standingTones: Record<Standing, Tone> = {
  planned: 'open',
  running: 'active',
  paused: 'waiting',
  aborted: 'late',
  ended: 'ended',
}

export const signatoryTones: Record<SignatoryState, Tone> = {
  awaiting: 'open',
  ready: 'waiting',
  signed: 'done',
  prevented: 'late',
}

export const stageTones: Record<StageState, Tone> = { ahead: 'open', now: 'active', done: 'done', skipped: 'ended' }

/** Where the ceremony stands, with the reason while it is paused or broken off. */
export function BoardStanding({ t, live }: Reader & { live: Live }) {
  return (
    <>
      {(Object.keys(standingTones) as Standing[]).map((standing) => (
        <When live={live} fact="standing" is={[standing]}>
          <Status tone={standingTones[standing]}>{t.ceremonies.standing[standing]}</Status>
        </When>
      ))}
    </>
  )
}

/** A signatory's state in every form it may take; one of them shows. */
export function SignatoryStatus({ t, live, signatory }: Reader & { live: Live; signatory: BoardSignatory }) {
  return (
    <>
      {(Object.keys(signatoryTones) as SignatoryState[]).map((state) => (
        <When live={live} fact={`signatory:${signatory.id}`} is={[state]}>
          <Status tone={signatoryTones[state]}>{t.ceremonies.signatoryStates[state]}</Status>
        </When>
      ))}
    </>
  )
}

export function StageStatus({ t, live, stage }: Reader & { live: Live; stage: Board['stages'][number] }) {
  return (
    <>
      {(Object.keys(stageTones) as StageState[]).map((state) => (
        <When live={live} fact={`stage:${stage.id}`} is={[state]}>
          <Status tone={stageTones[state]}>{t.ceremonies.stageStates[state]}</Status>
        </When>
      ))}
    </>
  )
}
