import { addToDate, type CalendarDate, daysBetween, isCalendarDate } from '../language/dates.ts'
import { startOfDay } from '../language/times.ts'

/** From one day to another, both whole, in the zone of the organisation whose figures are asked for. */
export type Period = { from: CalendarDate; until: CalendarDate; zone: string }

/** The instants a period lies between: `start` belongs to it, `end` does not, so that adjacent periods share nothing. */
export const bounds = ({ from, until, zone }: Period): { start: Date; end: Date } => ({
  start: new Date(startOfDay(from, zone).instant),
  end: new Date(startOfDay(addToDate(until, { days: 1 }), zone).instant),
})

/** As much just before: as many months where the period is of whole ones, so that a leap year is held against the year before; else days. */
export function before({ from, until, zone }: Period): Period {
  const months = wholeMonths(from, until)
  const back = months ? { months: -months } : { days: -(daysBetween(from, until) + 1) }
  return { from: addToDate(from, back), until: addToDate(from, { days: -1 }), zone }
}

/** From a day of one month up to the day before the same day of a later one; 0 where that is not so. */
function wholeMonths(from: CalendarDate, until: CalendarDate): number {
  const next = addToDate(until, { days: 1 })
  return from.slice(8) === next.slice(8) ? monthOf(next) - monthOf(from) : 0
}

/** Months since the year 0. */
const monthOf = (day: CalendarDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** Of what lies outside of these nothing is recorded, and calendars end not far beyond. */
const [FIRST, LAST] = ['1900-01-01', '2999-12-31']

/** The days asked for, or the twelve months up to today where they are none. */
export function periodOf(
  asked: { from?: string | undefined; until?: string | undefined },
  today: CalendarDate,
  zone: string,
): Period {
  const [from, until] = [asked.from ?? '', asked.until ?? '']
  const areDays = isCalendarDate(from) && isCalendarDate(until)
  if (areDays && FIRST <= from && from <= until && until <= LAST) return { from, until, zone }
  return { from: addToDate(addToDate(today, { months: -12 }), { days: 1 }), until: today, zone }
}
