import { agreements } from './agreements.ts'
import { companies, smes } from './companies.ts'
import { contacts } from './contacts.ts'
import { events } from './events.ts'
import type { Indicator } from './indicator.ts'
import { kept } from './kept.ts'
import { meetings } from './meetings.ts'
import { needs } from './needs.ts'
import { outcomes, projects } from './outcomes.ts'
import { introductions, referrals } from './referrals.ts'

/** In the order of the chain, from who took part to what came of it. */
export const indicators: readonly Indicator[] = [
  companies,
  smes,
  agreements,
  events,
  contacts,
  kept,
  needs,
  referrals,
  introductions,
  meetings,
  outcomes,
  projects,
]
