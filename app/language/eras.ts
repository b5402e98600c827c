import { type CalendarDate, calendarDate, partsOf } from './dates.ts'

export type EraName = 'meiji' | 'taisho' | 'showa' | 'heisei' | 'reiwa'

/**
 * `until` is the last day that may bear the name. Taishō and Shōwa replaced their predecessors on the very day they
 * were proclaimed, so 30 July 1912 and 25 December 1926 may bear either; Heisei and Reiwa began the day after.
 */
export type Era = {
  name: EraName
  japanese: string
  letter: string
  firstYear: number
  from: CalendarDate
  until: CalendarDate | null
}

/**
 * Newest first. Meiji was proclaimed on 23 October 1868, but until the end of its year 5 Japan counted months by the
 * moon: 明治5年12月3日 became 1 January 1873 (Dajōkan decree 337 of 1872). A Meiji date before that is no Gregorian date,
 * so the name is used from 1873 on.
 */
export const eras: readonly Era[] = [
  { name: 'reiwa', japanese: '令和', letter: 'R', firstYear: 2019, from: '2019-05-01', until: null },
  { name: 'heisei', japanese: '平成', letter: 'H', firstYear: 1989, from: '1989-01-08', until: '2019-04-30' },
  { name: 'showa', japanese: '昭和', letter: 'S', firstYear: 1926, from: '1926-12-25', until: '1989-01-07' },
  { name: 'taisho', japanese: '大正', letter: 'T', firstYear: 1912, from: '1912-07-30', until: '1926-12-25' },
  { name: 'meiji', japanese: '明治', letter: 'M', firstYear: 1868, from: '1873-01-01', until: '1912-07-30' },
]

/** The era of a date and the year in it (1 is 元年). On a day of change the newer. Null before 1873. */
export function eraOf(date: CalendarDate): { era: Era; year: number } | null {
  const era = eras.find((candidate) => candidate.from <= date)
  return era ? { era, year: partsOf(date).year - era.firstYear + 1 } : null
}

export type EraRefusal =
  | { refused: 'impossible-date' }
  | { refused: 'lunisolar'; era: EraName }
  /** `means`: the day that is meant if the count is simply carried on, as papers printed before a change of era do. */
  | { refused: 'outside-era'; era: EraName; from: CalendarDate; until: CalendarDate | null; means: CalendarDate }

/** The Gregorian date of an era's year, month and day, or why there is none. */
export function dateInEra(era: Era, year: number, month: number, day: number): { date: CalendarDate } | EraRefusal {
  if (era.name === 'meiji' && year >= 1 && year <= 5) return { refused: 'lunisolar', era: era.name }
  const date = year >= 1 ? calendarDate(era.firstYear + year - 1, month, day) : null
  if (!date) return { refused: 'impossible-date' }
  const { name, from, until } = era
  if (date < from || (until && date > until)) return { refused: 'outside-era', era: name, from, until, means: date }
  return { date }
}
