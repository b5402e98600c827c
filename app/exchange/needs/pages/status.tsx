import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Status, type Tone } from '../../../ui/status.tsx'
import type { NeedState } from '../state.ts'

const tones: Record<NeedState, Tone> = {
  entered: 'open',
  submitted: 'waiting',
  returned: 'late',
  published: 'active',
  expired: 'ended',
  withdrawn: 'ended',
}

/** Where a need stands. */
export function NeedStatus({ t, state }: { t: Catalogue; state: NeedState }) {
  return <Status tone={tones[state]}>{t.needs.states[state]}</Status>
}
