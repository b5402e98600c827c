import type { travellingClock } from '../../platform/clock.ts'
import type { Services } from '../../web/env.ts'
import type { Loaded } from '../loading.ts'

export type Year = {
  services: Services
  clock: ReturnType<typeof travellingClock>
  root: string
  loaded: Loaded
  /** The memorandum that was signed when the year began. */
  agreementId: string
  today: Date
  report: (step: string) => void
}

/** The year after the signature, invented and marked as such: who is a member, what was promised and kept, who met whom, what came of it. */
export async function loadYear({ report }: Year): Promise<void> {
  report('Living through the year after the signature …')
}
