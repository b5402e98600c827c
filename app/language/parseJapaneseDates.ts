import { type CalendarDate, calendarDate, daysBetween, partsOf, weekdayOf } from './dates.ts'
import { dateInEra, type EraName, type EraRefusal, eras } from './eras.ts'
import { kanjiNumber } from './numerals.ts'
import { parseJapaneseTimes, type TimeRefusal, type Times } from './parseJapaneseTimes.ts'

/** Something a person should look at; the date was understood nevertheless. Weekdays: 0 is Sunday. */
export type DateFinding =
  | { finding: 'wrong-weekday'; written: number; actual: number }
  | { finding: 'year-supplied'; year: number }
  | { finding: 'ends-before-it-starts' }

export type ParsedDate = Times & {
  date: CalendarDate
  era: EraName | null
  /** まで stands behind it: a deadline. */
  until: boolean
  findings: DateFinding[]
}

export type DateRefusal = EraRefusal | TimeRefusal | { refused: 'not-a-date' } | { refused: 'year-missing' }

type DateParts = {
  date: CalendarDate
  era: EraName | null
  supplied: boolean
}

/**
 * A date with everything that may stand behind it takes some forty characters; no more is worth a regular expression's
 * time.
 */
const LONGEST = 200
const NUMBER = '(?:\\d+|[〇一二三四五六七八九十]+)'
const ERAS = eras.map((era) => `${era.japanese}|${era.japanese.charAt(0)}|${era.letter}`).join('|')
const YEAR = `(?:(?<era>${ERAS})?\\s*(?<year>${NUMBER}|元)\\s*年\\s*)?`
const WORDS = `(?:西暦\\s*)?${YEAR}(?<month>${NUMBER})\\s*月\\s*(?<day>${NUMBER})\\s*日`
const FIGURES = `(?:(?<era>${ERAS})\\s*)?(?<year>\\d+|元)(?<mark>[./-])(?<month>\\d+)\\k<mark>(?<day>\\d+)`
const WEEKDAY = '\\s*(?<weekday>\\(\\s*[日月火水木金土](?:曜日?)?(?:[・,]?\\s*[祝休])?\\s*\\)|[日月火水木金土]曜日?)?'
const REST = '(?<rest>.*?)\\s*(?<until>まで)?$'

const grammars = [WORDS, FIGURES].map((head) => new RegExp(`^\\s*${head}${WEEKDAY}${REST}`, 'iu'))

/**
 * One Japanese date with what may stand behind it: weekday, time or range of times, まで. Full and half width, kanji
 * numbers, 元年, `R4.3.22`, ㋿, Western years, and no year at all if there is a `reference`: the date nearest to it is
 * taken, and said so. The text is folded with NFKC for reading only: keep what was written.
 */
export function parseJapaneseDate(text: string, reference?: CalendarDate): ParsedDate | DateRefusal {
  if (text.length > LONGEST) return { refused: 'not-a-date' }
  const folded = text.normalize('NFKC').trim()
  const groups = grammars.map((grammar) => grammar.exec(folded)?.groups).find((found) => found !== undefined)
  if (!groups) return { refused: 'not-a-date' }
  const read = readDate(groups, reference)
  if ('refused' in read) return read
  const times = parseJapaneseTimes(groups['rest'] ?? '')
  if ('refused' in times) return times
  const findings = [...weekdayFindings(groups['weekday'], read.date), ...otherFindings(read, times)]
  return { date: read.date, era: read.era, ...times, until: groups['until'] !== undefined, findings }
}

function readDate(
  groups: Record<string, string | undefined>,
  reference: CalendarDate | undefined,
): DateParts | DateRefusal {
  const month = toNumber(groups['month'])
  const day = toNumber(groups['day'])
  if (month === null || day === null) return { refused: 'not-a-date' }
  if (groups['year'] === undefined) return reference ? nearest(reference, month, day) : { refused: 'year-missing' }
  const year = groups['year'] === '元' ? 1 : toNumber(groups['year'])
  if (year === null) return { refused: 'not-a-date' }
  const written = groups['era']?.toUpperCase()
  const era = eras.find(({ japanese, letter }) => written && (written === letter || japanese.startsWith(written)))
  if (era) {
    const found = dateInEra(era, year, month, day)
    return 'refused' in found ? found : { date: found.date, era: era.name, supplied: false }
  }
  return western(groups['year'], year, month, day)
}

/** `22.3.4` could be a year of an era or of a century, or a day: four digits are asked for. */
function western(written: string, year: number, month: number, day: number): DateParts | DateRefusal {
  if (written === '元' || year < 1000) return { refused: 'not-a-date' }
  const date = calendarDate(year, month, day)
  return date ? { date, era: null, supplied: false } : { refused: 'impossible-date' }
}

/** 29 February may lie up to eight years off (1896 to 1904). The earlier of two equally near. */
function nearest(reference: CalendarDate, month: number, day: number): DateParts | DateRefusal {
  const { year } = partsOf(reference)
  const distance = (date: CalendarDate) => Math.abs(daysBetween(reference, date))
  const date = Array.from({ length: 17 }, (_, index) => calendarDate(year - 8 + index, month, day))
    .filter((candidate) => candidate !== null)
    .toSorted((one, other) => distance(one) - distance(other))[0]
  return date ? { date, era: null, supplied: true } : { refused: 'impossible-date' }
}

function weekdayFindings(written: string | undefined, date: CalendarDate): DateFinding[] {
  const letter = /[日月火水木金土]/u.exec(written ?? '')?.[0]
  const weekday = letter ? '日月火水木金土'.indexOf(letter) : weekdayOf(date)
  return weekday === weekdayOf(date) ? [] : [{ finding: 'wrong-weekday', written: weekday, actual: weekdayOf(date) }]
}

function otherFindings(read: DateParts, times: Times): DateFinding[] {
  const found: DateFinding[] = []
  if (read.supplied) found.push({ finding: 'year-supplied', year: partsOf(read.date).year })
  if (times.from && times.to && times.to <= times.from) found.push({ finding: 'ends-before-it-starts' })
  return found
}

const toNumber = (text: string | undefined): number | null =>
  text === undefined ? null : /^\d+$/.test(text) ? Number(text) : kanjiNumber(text)
