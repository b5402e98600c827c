import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, CalendarDuration } from './dates.ts'
import type { Translated } from './translated.ts'

/**
 * A moment, and where it was announced from. `instant` is ISO 8601 in UTC (`2022-03-22T08:00:00Z`); `zone` the IANA
 * name of the zone it was declared in; `place` a nearer name than the zone's city, if there is one (Kobe, not Tokyo).
 * Stored as it is, in jsonb or in columns.
 */
export type DeclaredTime = { instant: string; zone: string; place?: Translated }

/** Wall clock in a zone. `offset` is minutes east of Greenwich. */
export type LocalTime = { date: CalendarDate; time: string; offset: number }

export type TimeRefused =
  | { refused: 'unknown-zone' | 'not-a-time' }
  /** Clocks go forward over it. `instead`: the wall clock as far after the gap as was asked inside it. */
  | { refused: 'no-such-time'; instead: LocalTime }
  /** Clocks go back over it: both moments, to choose from. */
  | { refused: 'occurs-twice'; earlier: LocalTime; later: LocalTime }

/**
 * By lower-case name, as names come from readers and Intl does not mind the case: so there are never more than there
 * are zones.
 */
const zones = new Map<string, Intl.DateTimeFormat>()

/** Names only, no bare offsets: "+09:00" says nothing about next summer, and cannot be named by a place. */
function formatIn(zone: string): Intl.DateTimeFormat | null {
  const key = zone.toLowerCase()
  const found = zones.get(key)
  if (found) return found
  const format = /^[A-Za-z][\w+/-]{2,40}$/.test(zone) ? makeFormat(zone) : null
  if (format) zones.set(key, format)
  return format
}

function makeFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch {
    return null
  }
}

/** Whether this machine's time zone data know the name. */
export const isZone = (text: string): boolean => formatIn(text) !== null

/**
 * What the clock on the wall says there. Seconds are dropped. Throws on an unknown zone or an impossible instant: both
 * are checked on the way in.
 */
export function localTime(instant: string, zone: string): LocalTime {
  const moment = new Date(instant)
  const format = formatIn(zone)
  if (!format) throw new RangeError(`unknown zone ${zone}`)
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]))
  const { year = '', month, day, hour, minute, second } = parts
  const date = `${year.padStart(4, '0')}-${month}-${day}`
  const wall = Date.parse(`${date}T${hour}:${minute}:${second}Z`)
  const offset = Math.round((wall - Math.floor(moment.getTime() / 1000) * 1000) / 60_000)
  return { date, time: `${hour}:${minute}`, offset }
}

/**
 * The moment at which clocks in `zone` show `date` and `time` (`HH:MM`; `24:00` is the end of the day). Where summer
 * time makes that no moment or two moments it refuses and says what there is instead; `which` settles the second case.
 */
export function declareTime(
  date: CalendarDate,
  time: string,
  zone: string,
  { which, place }: { which?: 'earlier' | 'later' | undefined; place?: Translated | undefined } = {},
): DeclaredTime | TimeRefused {
  if (!isZone(zone)) return { refused: 'unknown-zone' }
  const wall = plain(date, time)
  if (!wall) return { refused: 'not-a-time' }
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (!earlier.toPlainDateTime().equals(wall)) return { refused: 'no-such-time', instead: wallOf(later) }
  if (!earlier.equals(later) && !which)
    return { refused: 'occurs-twice', earlier: wallOf(earlier), later: wallOf(later) }
  const instant = (which === 'later' ? later : earlier).toInstant().toString()
  return place ? { instant, zone, place } : { instant, zone }
}

function plain(date: CalendarDate, time: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) return null
  try {
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' })
    return time === '24:00' ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(time)
  } catch {
    return null
  }
}

const wallOf = (moment: Temporal.ZonedDateTime): LocalTime =>
  localTime(moment.toInstant().toString(), moment.timeZoneId)

/**
 * The first moment of a day there; of the day after, this is the first moment at which a deadline "on that day" is
 * past.
 */
export const startOfDay = (date: CalendarDate, zone: string): DeclaredTime => ({
  instant: Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString(),
  zone,
})

/** Later by the calendar and clock of the declaring zone: a week after 17:00 is 17:00, also over a change of clocks. */
export function addToTime(
  time: DeclaredTime,
  duration: CalendarDuration & { hours?: number; minutes?: number },
): DeclaredTime {
  const moment = Temporal.Instant.from(time.instant).toZonedDateTimeISO(time.zone).add(duration)
  return { ...time, instant: moment.toInstant().toString() }
}

/** `UTC+9`, `UTC−4`, `UTC+5:30`, `UTC`. */
export function offsetText(offset: number): string {
  if (offset === 0) return 'UTC'
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  return `UTC${offset < 0 ? '−' : '+'}${hours}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`
}

/** For `<time datetime>`: local time with its offset, `2022-03-22T17:00+09:00`. */
export function machineTime({ date, time, offset }: LocalTime): string {
  const size = Math.abs(offset)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date}T${time}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
