import { type CalendarDate, fullDateText, weekdayAndDay } from '../../language/dates.ts'
import { releaseDate } from '../../language/japaneseDates.ts'
import type { Locale } from '../../language/locales.ts'
import { toFullWidth } from '../../language/numerals.ts'
import { isUtc, placeName } from '../../language/places.ts'
import { localTime, machineTime } from '../../language/times.ts'
import type { Translated } from '../../language/translated.ts'
import type { Line } from './composed.ts'

/**
 * When something is, as a release says it: the host's clock, and beside it that of readers elsewhere. `addsYear` marks a year that people usually leave
 * out, as with a deadline a few hours away.
 */
export type Moment = {
  addsYear?: boolean
  begins: string
  ends?: string
  zone: string
  place?: Translated | undefined
  zones?: string[] | undefined
}

/** Whose clock a reader of each language has where a release names no other. */
const USUAL: Record<Locale, string[]> = {
  ja: [],
  en: [],
  fr: ['Europe/Paris'],
  de: ['Europe/Berlin'],
  it: ['Europe/Rome'],
}

type European = Exclude<Locale, 'ja'>

const zoneNames = new Map<string, Intl.DateTimeFormat>()

function zoneName(locale: Locale, instant: string, zone: string, style: 'longGeneric' | 'short'): string {
  const key = `${locale} ${zone} ${style}`
  const options = { timeZone: zone, timeZoneName: style } as const
  const format = zoneNames.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
  zoneNames.set(key, format)
  return format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** `日本時間`, where Intl says 日本標準時. */
const japaneseZone = (instant: string, zone: string): string =>
  isUtc(zone) ? '協定世界時' : zoneName('ja', instant, zone, 'longGeneric').replace(/標準時$/, '時間')

/** `令和４年３月２２日（火）１７：００～１７：４０（日本時間）`, all in full width. That the zone is named is our addition. */
export function japaneseMoment({ begins, ends, zone, addsYear = false }: Moment): Line {
  const start = localTime(begins, zone)
  const end = ends === undefined ? null : localTime(ends, zone)
  const until = !end ? '' : `～${end.date === start.date ? '' : releaseDate(end.date)}${fullClock(end.time)}`
  return [
    { text: releaseDate(start.date), machine: start.date, ...(addsYear && { addition: 'year' as const }) },
    { text: `${fullClock(start.time)}${until}`, machine: machineTime(start) },
    { text: `（${japaneseZone(begins, zone)}）`, addition: 'zone' },
  ]
}

const fullClock = (time: string): string => toFullWidth(bareHour(time))
const bareHour = (time: string): string => time.replace(/^0/, '')

/** `5:00 p.m.`: twelve hours are what newsrooms write, and a.m. and p.m. leave no doubt. */
function englishClock(time: string, withHalf = true): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (hour === 12 && minute === 0 && withHalf) return '12\u00A0noon'
  if (hour === 0 && minute === 0 && withHalf) return '12\u00A0midnight'
  const half = hour < 12 ? 'a.m.' : 'p.m.'
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}`
  return withHalf ? `${shown}\u00A0${half}` : shown
}

const isMorning = (time: string): boolean => Number(time.slice(0, 2)) < 12

const frenchClock = (time: string): string => `${Number(time.slice(0, 2))}\u00A0h\u00A0${time.slice(3)}`
const italianClock = (time: string): string => bareHour(time).replace(':', '.')

const CLOCKS: Record<European, { one: (time: string) => string; range: (from: string, to: string) => string }> = {
  en: {
    one: (time) => englishClock(time),
    range: (from, to) => {
      const [first, last] = [englishClock(from, isMorning(from) !== isMorning(to)), englishClock(to)]
      return /[a-z]/.test(first + last.replace(/[ap]\.m\./, ''))
        ? `${englishClock(from)} to ${last}`
        : `${first}–${last}`
    },
  },
  fr: { one: frenchClock, range: (from, to) => `de ${frenchClock(from)} à ${frenchClock(to)}` },
  de: {
    one: (time) => `${bareHour(time)}\u00A0Uhr`,
    range: (from, to) => `${bareHour(from)}–${bareHour(to)}\u00A0Uhr`,
  },
  it: {
    one: (time) => `ore\u00A0${italianClock(time)}`,
    range: (from, to) => `ore\u00A0${italianClock(from)}–${italianClock(to)}`,
  },
}

/** Whose time it is, by the place of the host. */
const LOCAL: Record<European, (clock: string, place: string) => string> = {
  en: (clock, place) => `${clock} ${place} time`,
  fr: (clock, place) => `${clock}, heure ${/^[aeiouyhâéèêîôû]/i.test(place) ? 'd’' : 'de '}${place}`,
  de: (clock, place) => `${clock} Ortszeit ${place}`,
  it: (clock, place) => `${clock}, ora di ${place}`,
}

/** By the name of the zone: CET and MEZ where the language has such a short name, `heure d’Europe centrale` where it has none. */
function elsewhere(locale: European, clock: string, instant: string, zone: string): string {
  const short = zoneName(locale, instant, zone, 'short')
  if (isUtc(zone)) return `${clock} UTC`
  if (/^[A-Z]{3,5}$/.test(short)) return `${clock}\u00A0${short}`
  const long = zoneName(locale, instant, zone, 'longGeneric')
  if (locale === 'fr' || locale === 'it') return `${clock}, ${long.charAt(0).toLowerCase()}${long.slice(1)}`
  return `${clock} ${long}`
}

function clockThere(locale: European, { begins, ends }: Moment, zone: string): { date: CalendarDate; clock: string } {
  const start = localTime(begins, zone)
  if (ends === undefined) return { date: start.date, clock: CLOCKS[locale].one(start.time) }
  const end = localTime(ends, zone)
  const range = CLOCKS[locale].range(start.time, end.time)
  return {
    date: start.date,
    clock: end.date === start.date ? range : `${range} (${weekdayAndDay(locale, end.date)})`,
  }
}

/** `Tuesday 22 March 2022, 5:00–5:40 p.m. Kobe time (9:00–9:40 a.m. CET)`; where it is another day there, the day is named. */
export function europeanMoment(locale: European, moment: Moment): Line {
  const { begins, zone, place, zones = [], addsYear = false } = moment
  const here = clockThere(locale, moment, zone)
  const local = isUtc(zone) ? `${here.clock} UTC` : LOCAL[locale](here.clock, placeName(locale, zone, place))
  const others = (zones.length > 0 ? zones : USUAL[locale])
    .filter((other) => localTime(begins, other).offset !== localTime(begins, zone).offset)
    .map((other) => {
      const there = clockThere(locale, moment, other)
      const clock = elsewhere(locale, there.clock, begins, other)
      return there.date === here.date ? clock : `${weekdayAndDay(locale, there.date)}, ${clock}`
    })
  const beside = [...new Set(others)].join('; ')
  return [
    {
      text: `${fullDateText(locale, here.date)}, ${local}`,
      machine: machineTime(localTime(begins, zone)),
      ...(addsYear && { addition: 'year' as const }),
    },
    ...(beside ? [{ text: ` (${beside})`, addition: 'zone' as const }] : []),
  ]
}
