import { type CalendarDate, dateText, partsOf } from './dates.ts'
import type { Locale } from './locales.ts'

/**
 * From one date to another, both included, saying nothing twice: `22–24 March 2022`, `30 March – 2 April 2022`,
 * `22.–24. März 2022`, `2022年3月22日～24日`. The same date twice is one date.
 */
export function dateRangeText(locale: Locale, from: CalendarDate, to: CalendarDate): string {
  if (from === to) return dateText(locale, from)
  return locale === 'ja' ? japaneseRange(from, to) : europeanRange(locale, from, to)
}

function japaneseRange(from: CalendarDate, to: CalendarDate): string {
  const start = partsOf(from)
  const end = partsOf(to)
  const year = start.year === end.year ? '' : `${end.year}年`
  const month = start.year === end.year && start.month === end.month ? '' : `${end.month}月`
  return `${dateText('ja', from)}～${year}${month}${end.day}日`
}

function europeanRange(locale: Locale, from: CalendarDate, to: CalendarDate): string {
  const end = dateText(locale, to)
  const start = dateText(locale, from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${start.slice(0, start.indexOf(' '))}–${end}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${start.slice(0, start.lastIndexOf(' '))} – ${end}`
  return `${start} – ${end}`
}
