import type { Locale } from './locales.ts'
import { toFullWidth } from './numerals.ts'

export type DurationUnit = 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes'
export type Duration = Partial<Record<DurationUnit, number>>

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'] as const

/** One of it in words, one, several: "one year", "year", "years". */
type Noun = readonly [single: string, one: string, other: string]

const NOUNS: Record<Exclude<Locale, 'ja'>, Record<DurationUnit, Noun>> = {
  en: {
    years: ['one year', 'year', 'years'],
    months: ['one month', 'month', 'months'],
    weeks: ['one week', 'week', 'weeks'],
    days: ['one day', 'day', 'days'],
    hours: ['one hour', 'hour', 'hours'],
    minutes: ['one minute', 'minute', 'minutes'],
  },
  fr: {
    years: ['un an', 'an', 'ans'],
    months: ['un mois', 'mois', 'mois'],
    weeks: ['une semaine', 'semaine', 'semaines'],
    days: ['un jour', 'jour', 'jours'],
    hours: ['une heure', 'heure', 'heures'],
    minutes: ['une minute', 'minute', 'minutes'],
  },
  de: {
    years: ['ein Jahr', 'Jahr', 'Jahre'],
    months: ['ein Monat', 'Monat', 'Monate'],
    weeks: ['eine Woche', 'Woche', 'Wochen'],
    days: ['ein Tag', 'Tag', 'Tage'],
    hours: ['eine Stunde', 'Stunde', 'Stunden'],
    minutes: ['eine Minute', 'Minute', 'Minuten'],
  },
  it: {
    years: ['un anno', 'anno', 'anni'],
    months: ['un mese', 'mese', 'mesi'],
    weeks: ['una settimana', 'settimana', 'settimane'],
    days: ['un giorno', 'giorno', 'giorni'],
    hours: ['un’ora', 'ora', 'ore'],
    minutes: ['un minuto', 'minuto', 'minuti'],
  },
}

/** Japanese counts months with か月 and closes a stretch of time with 間. */
const COUNTERS: Record<DurationUnit, string> = {
  years: '年',
  months: 'か月',
  weeks: '週',
  days: '日',
  hours: '時間',
  minutes: '分',
}

const WORDS: Record<Exclude<Locale, 'ja'>, readonly string[]> = {
  en: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  fr: ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  de: ['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
  it: ['due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci', 'undici', 'dodici'],
}

/** On a screen: `2 years and 6 months`, `2年6か月間`. Units that are nought are left out; nothing at all is ''. */
export const durationText = (locale: Locale, duration: Duration): string => write(locale, duration, false)

/** In a document: `two years` (figures from 13 on), `２年間`. */
export const durationInWords = (locale: Locale, duration: Duration): string => write(locale, duration, true)

function write(locale: Locale, duration: Duration, words: boolean): string {
  const present = UNITS.filter((unit) => duration[unit])
  if (present.length === 0) return ''
  if (locale === 'ja') return japanese(duration, present, words)
  const parts = present.map((unit) => european(locale, duration[unit] as number, unit, words))
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
}

function japanese(duration: Duration, present: readonly DurationUnit[], words: boolean): string {
  const text = present.map((unit) => `${duration[unit]}${COUNTERS[unit]}`).join('')
  const closed = text.endsWith('時間') ? text : `${text}間`
  return words ? toFullWidth(closed) : closed
}

function european(locale: Exclude<Locale, 'ja'>, count: number, unit: DurationUnit, words: boolean): string {
  const [single, one, other] = NOUNS[locale][unit]
  if (words && count === 1) return single
  const spelled = words ? WORDS[locale][count - 2] : undefined
  return `${spelled ?? count} ${count === 1 ? one : other}`
}
