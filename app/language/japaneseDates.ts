import { type CalendarDate, japaneseWeekday, partsOf } from './dates.ts'
import { eraOf } from './eras.ts'
import { toFullWidth } from './numerals.ts'

export type JapaneseDateForm = {
  year: 'era' | 'western' | 'none'
  width: 'full' | 'half'
  weekday: boolean
}

/**
 * `令和4年3月22日(火)`, or all of it in full width, digits and brackets alike, as releases have it. Before 1873, where no
 * era date is a Gregorian one, the Western year is written instead.
 */
export function japaneseDate(date: CalendarDate, form: JapaneseDateForm): string {
  const { month, day } = partsOf(date)
  const weekday = form.weekday ? `(${japaneseWeekday(date)})` : ''
  const text = `${yearText(date, form.year)}${month}月${day}日${weekday}`
  return form.width === 'full' ? toFullWidth(text) : text
}

function yearText(date: CalendarDate, form: JapaneseDateForm['year']): string {
  if (form === 'none') return ''
  const found = form === 'era' ? eraOf(date) : null
  if (!found) return `${partsOf(date).year}年`
  return `${found.era.japanese}${found.year === 1 ? '元' : found.year}年`
}

/** As a release writes it: `令和４年３月２２日（火）`. */
export const releaseDate = (date: CalendarDate): string =>
  japaneseDate(date, { year: 'era', width: 'full', weekday: true })

/** On screens, where era dates are wanted: `令和4年3月22日(火)`. */
export const eraDate = (date: CalendarDate, weekday = true): string =>
  japaneseDate(date, { year: 'era', width: 'half', weekday })

/** `17:00` and `17:40` as `１７：００～１７：４０`, with U+FF5E between; without an end `１７：００`. */
export const releaseTimes = (from: string, to?: string): string => toFullWidth(to ? `${from}~${to}` : from)

/** `令和４年３月２２日（火）１７：００～１７：４０`. Times are local to the place of the release, `HH:MM`. */
export const releaseDateAndTimes = (date: CalendarDate, from: string, to?: string): string =>
  `${releaseDate(date)}${releaseTimes(from, to)}`
