import type { CalendarDate } from '../language/dates.ts'
import { localTime } from '../language/times.ts'
import type { Results } from './results.ts'

export type DayRefusal = 'in-the-future' | 'before-introduction'

/**
 * Whether something that came of an introduction can have been on that day: since the introduction, and not after today. Both are read
 * with a day's grace, since it is one day later in Kobe than in Lyon for most of the evening.
 */
export function refusedDay(
  { introducedAt }: Pick<Results, 'introducedAt'>,
  zone: string,
  day: CalendarDate,
  now: Date,
): DayRefusal | null {
  if (day > localTime(now.toISOString(), zone).date) return 'in-the-future'
  return day < localTime(introducedAt.toISOString(), 'Etc/GMT+12').date ? 'before-introduction' : null
}
