import { dateText } from '../language/dates.ts'
import type { Locale } from '../language/locales.ts'
import { localTime } from '../language/times.ts'

/** The day of an instant as somebody's calendar has it: accounts are about days, not minutes. */
export const dayText = (locale: Locale, instant: Date, zone: string): string =>
  dateText(locale, localTime(instant.toISOString(), zone).date)
