import { isLocale, type Locale, locales } from '../language/locales.ts'
import { declareTime, isZone, localTime } from '../language/times.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { Entries } from '../web/forms.ts'

export type TimeFlaw = 'not-a-time' | 'unknown-zone' | 'no-such-time' | 'occurs-twice'

/** The instant at which clocks in `zone` show what was written, in whatever width it was typed; 9:00 is 09:00. */
export function instantFrom(date: string, time: string, zone: string): Date | TimeFlaw {
  const plain = (text: string) => text.normalize('NFKC').trim()
  const [, hour = '', rest = ''] = /^(\d{1,2})(:\d{2})$/.exec(plain(time)) ?? []
  const declared = declareTime(plain(date).replaceAll('/', '-'), `${hour.padStart(2, '0')}${rest}`, zone)
  return 'refused' in declared ? declared.refused : new Date(declared.instant)
}

/** `name.date` and `name.time` as they stand in a form for an instant. */
export function timeEntries(name: string, at: Date | null, zone: string): Entries {
  if (!at) return { [`${name}.date`]: '', [`${name}.time`]: '' }
  const local = localTime(at.toISOString(), zone)
  return { [`${name}.date`]: local.date, [`${name}.time`]: local.time }
}

/** `title.ja`, `title.en` … of a form as one text; null where nothing was written. The original is the first language that was. */
export function contentFrom(entries: Entries, name: string, original: Locale): Content | null {
  const text: Translated = {}
  for (const locale of locales) {
    const written = entries[`${name}.${locale}`]?.trim()
    if (written) text[locale] = written
  }
  const first = text[original] ? original : locales.find((locale) => text[locale])
  return first ? { original: first, text } : null
}

export const contentEntries = (name: string, content: Content | null): Entries =>
  Object.fromEntries(Object.entries(content?.text ?? {}).map(([locale, text]) => [`${name}.${locale}`, text]))

/** Several ticked boxes of one name arrive as lines. */
export const localesIn = (entry: string | undefined): Locale[] => [
  ...new Set((entry ?? '').split('\n').filter((value): value is Locale => isLocale(value))),
]

export const originalIn = (entries: Entries, fallback: Locale): Locale => {
  const chosen = entries['original'] ?? ''
  return isLocale(chosen) ? chosen : fallback
}

export const zoneIn = (entries: Entries): string | null => {
  const zone = entries['zone'] ?? ''
  return isZone(zone) ? zone : null
}
