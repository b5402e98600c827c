import { types } from '@electric-sql/pglite'
import { type RawBuilder, sql } from 'kysely'

type Parse = (text: string) => unknown

const asText: Parse = (text) => text

/** A `timestamptz` in ISO style and UTC, as both databases are told to write it. Microseconds are cut to milliseconds. */
function instant(text: string): Date {
  const parts = /^(\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text)
  if (!parts) throw new RangeError(`The database wrote an instant we cannot hold: ${text}`)
  const [, year, month, day, hour, minute, second, fraction = ''] = parts
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3))
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  date.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds)
  return date
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`A whole number too large to be exact came back: ${text}`)
  return number
}

const bytes: Parse = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))

/** Type numbers are fixed in PostgreSQL's catalogue (`pg_type.dat`): element type, its array type, how to read it. */
const readings: readonly [type: number, list: number, parse: Parse][] = [
  [16, 1000, (text) => text === 't'],
  [17, 1001, bytes],
  [20, 1016, wholeNumber],
  [21, 1005, Number],
  [23, 1007, Number],
  [25, 1009, asText],
  [26, 1028, Number],
  [114, 199, JSON.parse as Parse],
  [700, 1021, Number],
  [701, 1022, Number],
  [1042, 1014, asText],
  [1043, 1015, asText],
  [1082, 1182, asText],
  [1083, 1183, asText],
  [1114, 1115, asText],
  [1184, 1185, instant],
  [1186, 1187, asText],
  [1700, 1231, asText],
  [2950, 2951, asText],
  [3802, 3807, JSON.parse as Parse],
]

/** Readers by type number, the same for both databases, so that a test on one speaks for the other. */
export const parsers: Record<number, Parse> = Object.fromEntries(
  readings.flatMap(([type, list, parse]) => [
    [type, parse],
    [list, (text: string) => types.arrayParser(text, parse, list)],
  ]),
)

/** For node-postgres: what has no reader above stays the text the server sent. */
export const serverTypes = {
  getTypeParser: (type: number, format?: string) => {
    if (format === 'binary') throw new Error('Results are read in text form only')
    return parsers[type] ?? asText
  },
}

function writeJson(value: unknown): string {
  if (typeof value === 'string') return value
  // node-postgres cannot know that a list is meant for a json column and writes an SQL array: refuse here what fails there.
  if (Array.isArray(value)) throw new TypeError('A list goes into a json column through json(list)')
  return JSON.stringify(value)
}

/** For PGlite, which asks the database for each parameter's type: accept exactly what node-postgres would. */
export const embeddedSerializers: Record<number, (value: unknown) => string> = {
  17: (value) => {
    if (!(value instanceof Uint8Array)) throw new TypeError('A bytea column takes a Uint8Array')
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
  },
  114: writeJson,
  3802: writeJson,
}

/**
 * A value for a `jsonb` column. Needed for lists, strings, numbers and booleans; plain objects may go in as they are.
 * @example values({ scopes: json(['read']) })
 */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`
