import type { Locale } from '../../language/locales.ts'
import { placeName } from '../../language/places.ts'

/** A zone as its city is called by the reader, with the name that computers know: two cities may share it. */
export const zoneLabel = (zone: string, locale: Locale): string => `${placeName(locale, zone)} (${zone})`
