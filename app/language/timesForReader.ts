import { type CalendarDate, fullDateText, weekdayAndDay } from './dates.ts'
import type { Locale } from './locales.ts'
import { isUtc, placeName } from './places.ts'
import { type DeclaredTime, localTime, machineTime } from './times.ts'
import { clockAt, clockOnOtherDay, clockRangeText, clockText } from './timeWords.ts'
import type { Translated } from './translated.ts'

/**
 * `zone` null: not known, so times are shown where they were declared and nowhere else. A zone that a browser sent has
 * been through `isZone` before; an unknown one throws.
 */
export type Reader = { locale: Locale; zone: string | null; place?: Translated }

export type ShownTime = {
  /** For `<time datetime>`, with the offset. */
  machine: string
  date: CalendarDate
  /** `HH:MM` */
  time: string
  zone: string
  place: string
}

export type TimeForReader = {
  /** The reader's date with its weekday: `Tuesday 22 March 2022`. */
  date: string
  /** `09:00 in Lyon · 17:00 in Kobe`; where the day differs, the second says so in words. */
  clocks: string
  /** Both: what a mail or a page says if it says it once. */
  text: string
  here: ShownTime
  /** Null when the reader is in the declaring zone. */
  there: ShownTime | null
  dayDiffers: boolean
}

/**
 * A moment as one reader should see it: first in their own zone, beside it where it was declared, both named by place.
 */
export const timeForReader = (time: DeclaredTime, reader: Reader): TimeForReader => show(time, null, reader)

/** From one moment to another, `to` read in the zone of `from`. */
export const timeRangeForReader = (from: DeclaredTime, to: DeclaredTime, reader: Reader): TimeForReader =>
  show(from, to.instant, reader)

function show(time: DeclaredTime, end: string | null, reader: Reader): TimeForReader {
  const { locale } = reader
  const abroad = reader.zone !== null && reader.zone !== time.zone
  const there = shown(locale, time.instant, time.zone, time.place)
  const here = abroad ? shown(locale, time.instant, reader.zone as string, reader.place) : there
  const first = clockAt(locale, clocks(locale, here, end), placeOf(here))
  const dayDiffers = here.date !== there.date
  const both = abroad ? `${first} · ${second(locale, here, there, end)}` : first
  const date = fullDateText(locale, here.date)
  const text = locale === 'ja' ? `${date} ${both}` : `${date}, ${both}`
  return { date, clocks: both, text, here, there: abroad ? there : null, dayDiffers }
}

function second(locale: Locale, here: ShownTime, there: ShownTime, end: string | null): string {
  const clock = clocks(locale, there, end)
  return here.date === there.date
    ? clockAt(locale, clock, placeOf(there))
    : clockOnOtherDay(locale, clock, placeOf(there), there.date, here.date)
}

function shown(locale: Locale, instant: string, zone: string, place: Translated | undefined): ShownTime {
  const local = localTime(instant, zone)
  return {
    machine: machineTime(local),
    date: local.date,
    time: local.time,
    zone,
    place: placeName(locale, zone, place),
  }
}

const placeOf = (time: ShownTime): string | null => (isUtc(time.zone) && time.place === 'UTC' ? null : time.place)

/** An end on another day than the start names its day: `23:30–00:10 (Wednesday 23 March)`. */
function clocks(locale: Locale, start: ShownTime, end: string | null): string {
  if (end === null) return clockText(locale, start.time)
  const finish = localTime(end, start.zone)
  const range = clockRangeText(locale, start.time, finish.time)
  if (finish.date === start.date) return range
  const day = weekdayAndDay(locale, finish.date)
  return locale === 'ja' ? clockRangeText(locale, start.time, `${day} ${finish.time}`) : `${range} (${day})`
}
