import { type CalendarDate, weekdayAndDay } from './dates.ts'
import type { Locale } from './locales.ts'

/**
 * The few words of time that are grammar rather than interface: where a preposition stands, and how a language says
 * that elsewhere it is another day. `place` null is UTC.
 */
type Words = {
  clock: (time: string) => string
  at: (clock: string, place: string | null) => string
  /** Another day there: `already` when it is ahead of the reader's. */
  otherDay: (clockAtPlace: string, day: string, already: boolean) => string
}

const european = (preposition: (place: string) => string) => (clock: string, place: string | null) =>
  place === null ? `${clock} UTC` : `${clock} ${preposition(place)}`

/** au Havre, aux Sables-d’Olonne, à Lyon. */
const french = (place: string): string =>
  place.startsWith('Le ') ? `au ${place.slice(3)}` : place.startsWith('Les ') ? `aux ${place.slice(4)}` : `à ${place}`

/** The d is called for before the same vowel: ad Amburgo, but a Osaka. */
const italian = (place: string): string => `${/^a/i.test(place) ? 'ad' : 'a'} ${place}`

const words: Record<Locale, Words> = {
  ja: {
    clock: (time) => time,
    at: (clock, place) => `${clock}（${place ?? 'UTC'}）`,
    otherDay: (clock, day, already) => `${clock.slice(0, -1)}では${already ? '既に' : 'まだ'}${day}）`,
  },
  en: {
    clock: (time) => time,
    at: european((place) => `in ${place}`),
    otherDay: (clock, day, already) => `${clock}, where it is ${already ? 'already' : 'still'} ${day}`,
  },
  fr: {
    clock: (time) => time,
    at: european(french),
    otherDay: (clock, day, already) => `${clock}, où l’on est ${already ? 'déjà' : 'encore'} le ${day}`,
  },
  de: {
    clock: (time) => `${time} Uhr`,
    at: european((place) => `in ${place}`),
    otherDay: (clock, day, already) => `${clock}, dort ${already ? 'schon' : 'noch'} ${day}`,
  },
  it: {
    clock: (time) => time,
    at: european(italian),
    otherDay: (clock, day, already) => `${clock}, dove è ${already ? 'già' : 'ancora'} ${day}`,
  },
}

/** `17:00`; German adds Uhr. Twenty-four hours in every language: nobody may take 5:00 for the morning. */
export const clockText = (locale: Locale, time: string): string => words[locale].clock(time)

/** `17:00–17:40`, `17:00～17:40`, `17:00–17:40 Uhr`. */
export const clockRangeText = (locale: Locale, from: string, to: string): string =>
  words[locale].clock(`${from}${locale === 'ja' ? '～' : '–'}${to}`)

/** `17:00 in Kobe`, `17:00（神戸）`, `8:00 UTC`. */
export const clockAt = (locale: Locale, clock: string, place: string | null): string => words[locale].at(clock, place)

/** `12:00 in Kobe, where it is already Tuesday 22 March`, `12:00（神戸では既に3月22日(火)）`. */
export const clockOnOtherDay = (
  locale: Locale,
  clock: string,
  place: string | null,
  day: CalendarDate,
  reader: CalendarDate,
): string => words[locale].otherDay(clockAt(locale, clock, place), weekdayAndDay(locale, day), day > reader)
