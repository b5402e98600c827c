import { addToDate, type CalendarDate } from '../../language/dates.ts'
import type { Period } from '../period.ts'

/** A year of an agreement, from the day it came into force to the eve of that day's return; the last may be shorter. */
export type AgreementYear = Period & { number: number }

/** The years that have begun, the first first. Each is counted from the first day, so that 29 February does not wander. */
export function yearsOf(
  { from, until, zone }: { from: CalendarDate; until: CalendarDate; zone: string },
  today: CalendarDate,
): AgreementYear[] {
  const years: AgreementYear[] = []
  for (let number = 1; ; number++) {
    const first = addToDate(from, { years: number - 1 })
    if (first > until || first > today) return years
    const last = addToDate(addToDate(from, { years: number }), { days: -1 })
    years.push({ number, from: first, until: last < until ? last : until, zone })
  }
}
