/** Local times as `HH:MM`; `24:00` is the end of the day. Null where none is written. */
export type Times = { from: string | null; to: string | null }

/**
 * `ambiguous-noon`: 午前12時 and 午後12時 are noon and midnight by the decree of 1872 and the other way round on many
 * clocks; nobody should guess at a deadline. `not-a-time`: what stands behind the date was not understood.
 */
export type TimeRefusal = { refused: 'not-a-time' | 'impossible-time' | 'ambiguous-noon' }

type Clock = { half: '午前' | '午後' | null; hour: number; minute: number }

const CLOCK =
  '(?<half>午前|午後|am|pm)?\\s*(?<hour>\\d{1,2})(?:\\s*:\\s*(?<minute>\\d{2})|\\s*時(?:\\s*(?<minutes>\\d{1,2})\\s*分|(?<thirty>半))?)'
const clock = new RegExp(`^(?:${CLOCK}|(?<word>正午|零時))$`, 'iu')

/** What NFKC leaves of the ways to write "from … to": U+FF5E becomes `~`, U+301C and the dashes stay. */
const RANGE = /\s*(?:[~〜‐‑‒–—―-]|から)\s*/u

/**
 * `17:00~17:40`, `午後5時〜5時40分`, `正午`, `12:00`, or nothing. Expects text already folded with NFKC. An end without 午前 or
 * 午後 takes that of the start, as one reads it.
 */
export function parseJapaneseTimes(text: string): Times | TimeRefusal {
  const trimmed = text.replace(/^[\s,、]+/u, '').replace(/\s*(?:まで|開始|から)?\s*$/u, '')
  if (trimmed === '') return { from: null, to: null }
  const [first, second, ...more] = trimmed.split(RANGE)
  const start = readClock(first ?? '')
  const end = second === undefined || second === '' ? null : readClock(second)
  if (!start || (second && !end) || more.length > 0) return { refused: 'not-a-time' }
  const from = toText(start)
  if (typeof from !== 'string') return from
  if (!end) return { from, to: null }
  const to = toText(end.half || end.hour >= 12 ? end : { ...end, half: start.half })
  return typeof to === 'string' ? { from, to } : to
}

function readClock(text: string): Clock | null {
  const groups = clock.exec(text.trim())?.groups
  if (!groups) return null
  if (groups['word']) return { half: null, hour: groups['word'] === '正午' ? 12 : 0, minute: 0 }
  const written = groups['half']?.toLowerCase()
  const half = written === 'am' || written === '午前' ? '午前' : written ? '午後' : null
  const minute = groups['thirty'] ? 30 : Number(groups['minute'] ?? groups['minutes'] ?? 0)
  return { half, hour: Number(groups['hour']), minute }
}

function toText({ half, hour, minute }: Clock): string | TimeRefusal {
  if (half && hour === 12) return { refused: 'ambiguous-noon' }
  if (minute > 59 || hour > (half ? 11 : 24) || (hour === 24 && minute > 0)) return { refused: 'impossible-time' }
  const full = half === '午後' ? hour + 12 : hour
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
