import { Temporal } from 'temporal-polyfill'
import type { Locale } from './locales.ts'

/**
 * A day of the Gregorian calendar without a place: `2022-03-22`, as SQL's `date` and HTML's `input type=date` write
 * it.
 */
export type CalendarDate = string

export const isCalendarDate = (text: string): text is CalendarDate => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts !== null && calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null
}

/** The date, or null where the calendar has none (30 February, month 13, years outside 1 to 9999). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (year < 1 || year > 9999) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return { year, month, day }
}

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (date: CalendarDate): number => Temporal.PlainDate.from(date).dayOfWeek % 7

/** Whole days from one date to another; negative when the second comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

export type CalendarDuration = { years?: number; months?: number; weeks?: number; days?: number }

/** Calendar arithmetic: 31 January plus a month is the last day of February, 29 February plus a year is 28 February. */
export const addToDate = (date: CalendarDate, duration: CalendarDuration): CalendarDate =>
  Temporal.PlainDate.from(date).add(duration).toString()

/** English as Europe writes it: the day before the month. */
const TAGS: Record<Locale, string> = { ja: 'ja', en: 'en-GB', fr: 'fr', de: 'de', it: 'it' }

const names = new Map<string, Intl.DateTimeFormat>()

function nameOf(locale: Locale, unit: 'weekday' | 'month', date: CalendarDate): string {
  const key = `${locale} ${unit}`
  const found = names.get(key) ?? new Intl.DateTimeFormat(TAGS[locale], { [unit]: 'long', timeZone: 'UTC' })
  names.set(key, found)
  return found.format(new Date(`${date}T00:00Z`))
}

export const weekdayName = (locale: Locale, date: CalendarDate): string => nameOf(locale, 'weekday', date)

/** One character, 日 to 土. */
export const japaneseWeekday = (date: CalendarDate): string => '日月火水木金土'.charAt(weekdayOf(date))

/** `22`, `22.`, and what French and Italian make of the first of a month: `1er`, `1º`. */
function dayText(locale: Locale, day: number): string {
  if (locale === 'de') return `${day}.`
  if (day !== 1) return String(day)
  return locale === 'fr' ? '1er' : locale === 'it' ? '1º' : '1'
}

/**
 * Own patterns rather than Intl's: it never writes `1er mars`, has a comma in an English date and none in a range, and
 * turns Japanese ranges into slashes. The names of months and weekdays are Intl's.
 */
const dayAndMonth = (locale: Locale, date: CalendarDate): string => {
  const { month, day } = partsOf(date)
  return locale === 'ja' ? `${month}月${day}日` : `${dayText(locale, day)} ${nameOf(locale, 'month', date)}`
}

const withWeekday = (locale: Locale, date: CalendarDate, text: string): string =>
  locale === 'ja'
    ? `${text}(${japaneseWeekday(date)})`
    : `${weekdayName(locale, date)}${locale === 'de' ? ', ' : ' '}${text}`

/** `22 March 2022`, `22. März 2022`, `2022年3月22日`. */
export const dateText = (locale: Locale, date: CalendarDate): string => {
  const { year } = partsOf(date)
  return locale === 'ja' ? `${year}年${dayAndMonth(locale, date)}` : `${dayAndMonth(locale, date)} ${year}`
}

/** `Tuesday 22 March 2022`, `Dienstag, 22. März 2022`, `2022年3月22日(火)`. */
export const fullDateText = (locale: Locale, date: CalendarDate): string =>
  withWeekday(locale, date, dateText(locale, date))

/** Without the year, where the year stands nearby: `Tuesday 22 March`, `3月22日(火)`. */
export const weekdayAndDay = (locale: Locale, date: CalendarDate): string =>
  withWeekday(locale, date, dayAndMonth(locale, date))
