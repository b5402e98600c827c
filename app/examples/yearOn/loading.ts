import type { travellingClock } from '../../platform/clock.ts'
import { indexDue } from '../../exchange/search/indexing.ts'
import type { Services } from '../../web/env.ts'
import type { Loaded } from '../loading.ts'
import { loadContacts } from './contacts.ts'
import { loadMembers } from './members.ts'
import { loadNeeds } from './needs.ts'
import { loadReferrals } from './referrals.ts'
import { loadRegister } from './register.ts'
import { loadUndertakings, openDoors } from './undertakings.ts'

export type Year = {
  services: Services
  clock: ReturnType<typeof travellingClock>
  root: string
  loaded: Loaded
  /** The memorandum that was signed when the year began, and when that was. */
  agreementId: string
  signedAt: Date
  /** The organisations that signed it, and the demonstration's coordinator at one, by slug. */
  parties: string[]
  coordinatorOf: (organisation: string) => string
  report: (step: string) => void
}

/** The year after the signature, invented and marked as such. The clock stands in it afterwards. */
export async function loadYear(year: Year): Promise<void> {
  year.report('Entering what was kept, and whom the coordinators met, in the year since …')
  await loadMembers(year)
  await loadRegister(year)
  await openDoors(year)
  await loadUndertakings(year)
  await loadNeeds(year)
  await loadReferrals(year)
  await loadContacts(year)
  await indexDue(year.services)
}
