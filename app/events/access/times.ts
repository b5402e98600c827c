import type { Locale } from '../../language/locales.ts'
import { timeForReader, timeRangeForReader } from '../../language/timesForReader.ts'
import type { EventView } from '../event.ts'

const placeOf = ({ place }: EventView) => (place ? { place } : {})

/** When the event is, in the reader's zone and where it was declared. */
export const bothTimes = (event: EventView, locale: Locale, zone: string): string =>
  timeRangeForReader(
    { instant: event.begins.toISOString(), zone: event.zone, ...placeOf(event) },
    { instant: event.ends.toISOString(), zone: event.zone },
    { locale, zone },
  ).text

/** A moment of the event, likewise. */
export const bothTimesOf = (event: EventView, at: Date, locale: Locale, zone: string | null): string =>
  timeForReader({ instant: at.toISOString(), zone: event.zone, ...placeOf(event) }, { locale, zone }).text
