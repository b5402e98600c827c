import { addToDate, weekdayOf } from '../../language/dates.ts'
import { declareTime, localTime, startOfDay } from '../../language/times.ts'
import type { OpenStage } from './standing.ts'

/** Calendar days from one act to the next. A company may have to ask inside first. */
export const daysFor: Record<OpenStage, number> = { home: 5, partner: 7, company: 10, asker: 7, consent: 7 }

/** What a manager is given once the first deadline has passed; after that it lapses, with a word to everybody. */
export const daysAfterEscalation = 14

/** So long before the deadline a word of reminder goes out. */
export const reminderDays = 2

export type Deadline = { at: Date; zone: string }

/** Five in the afternoon, so many days on, by the clock of whoever has to act; a weekend moves it to Monday. */
export function deadlineFrom(now: Date, days: number, zone: string): Deadline {
  let day = addToDate(localTime(now.toISOString(), zone).date, { days })
  while (weekdayOf(day) === 0 || weekdayOf(day) === 6) day = addToDate(day, { days: 1 })
  const five = declareTime(day, '17:00', zone, { which: 'later' })
  const { instant } = 'instant' in five ? five : startOfDay(addToDate(day, { days: 1 }), zone)
  return { at: new Date(instant), zone }
}
