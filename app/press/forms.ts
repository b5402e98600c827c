import { z } from 'zod'
import { isLocale, type Locale, locales } from '../language/locales.ts'
import { type DeclaredTime, declareTime } from '../language/times.ts'
import type { Translated } from '../language/translated.ts'
import { isId } from '../platform/ids.ts'
import type { Entries } from '../web/forms.ts'
import type { IssuerNotes } from './content.ts'
import type { Wording } from './wording.ts'

export const LONGEST_TITLE = 300
export const LONGEST_BODY = 50_000

export const id = z.string().refine(isId, 'choose')
export const line = z.string().trim().min(1, 'required').max(500, 'tooLong')
export const reason = z.string().trim().min(1, 'required').max(2000, 'tooLong')
export const address = z
  .string()
  .trim()
  .max(254, 'tooLong')
  .regex(/^[^\s"(),:;<>@[\]\\]+@[^\s"(),:;<>@[\]\\]+\.[^\s"(),:;<>@[\]\\]+$/, 'email')

/** Any form whose fields depend on the release's languages; what it holds is read by the functions below. */
export const anyForm = z.record(z.string(), z.string())

export const languagesIn = (values: Record<string, unknown>): Locale[] => {
  const given = [values['languages']]
    .flat()
    .flatMap((value) => (typeof value === 'string' ? value.split(/[\s,]+/) : []))
  return locales.filter((locale) => given.includes(locale))
}

export const textsIn = (entries: Entries, name: string, languages: readonly Locale[]): Translated =>
  Object.fromEntries(
    languages.flatMap((locale) => {
      const text = (entries[`${name}.${locale}`] ?? '').trim()
      return text ? [[locale, text]] : []
    }),
  )

export function wordingIn(entries: Entries, name: string, languages: readonly Locale[]): Wording {
  const original = originalIn(entries, languages)
  const confirmed = languages.filter((locale) => entries[`confirmed.${locale}`] === 'yes')
  return { original, text: textsIn(entries, name, languages), confirmed }
}

export const originalIn = (entries: Entries, languages: readonly Locale[]): Locale => {
  const given = entries['original'] ?? ''
  return isLocale(given) && languages.includes(given) ? given : (languages[0] ?? 'en')
}

/** Field → key of `errors.fields` for what is missing or too long in the text of a release. */
export function flawsOfText(entries: Entries, languages: readonly Locale[], hasRecord: boolean) {
  const flaws: Record<string, 'required' | 'tooLong'> = {}
  const original = originalIn(entries, languages)
  for (const locale of languages) {
    if ((entries[`title.${locale}`] ?? '').length > LONGEST_TITLE) flaws[`title.${locale}`] = 'tooLong'
    if ((entries[`subtitle.${locale}`] ?? '').length > LONGEST_TITLE) flaws[`subtitle.${locale}`] = 'tooLong'
    if ((entries[`body.${locale}`] ?? '').length > LONGEST_BODY) flaws[`body.${locale}`] = 'tooLong'
  }
  if (!entries[`title.${original}`]?.trim()) flaws[`title.${original}`] = 'required'
  if (!hasRecord && !entries[`body.${original}`]?.trim()) flaws[`body.${original}`] = 'required'
  return flaws
}

export type EmbargoEntry = { lifts: DeclaredTime | null; uponSignature: boolean }

export type EmbargoFlaw = 'date' | 'noSuchTime' | 'occursTwice' | 'zone'

/** Date, time and zone of a form as a moment. An hour that clocks skip or show twice is asked again, not guessed. */
export function embargoIn(entries: Entries): EmbargoEntry | { field: string; flaw: EmbargoFlaw } {
  const uponSignature = entries['uponSignature'] === 'yes'
  if (entries['when'] === 'on-approval') return { lifts: null, uponSignature }
  const which = entries['which'] === 'later' ? 'later' : entries['which'] === 'earlier' ? 'earlier' : undefined
  const declared = declareTime(entries['date'] ?? '', entries['time'] ?? '', entries['zone'] ?? '', { which })
  if (!('refused' in declared)) return { lifts: declared, uponSignature }
  if (declared.refused === 'unknown-zone') return { field: 'zone', flaw: 'zone' }
  if (declared.refused === 'no-such-time') return { field: 'time', flaw: 'noSuchTime' }
  if (declared.refused === 'occurs-twice') return { field: 'time', flaw: 'occursTwice' }
  return { field: 'date', flaw: 'date' }
}

/** The foot of one issuer's releases from a form with one contact. */
export function notesIn(entries: Entries): IssuerNotes {
  const original = originalIn(entries, locales)
  const content = (name: string) => {
    const text = textsIn(entries, name, locales)
    const first = text[original] ? original : locales.find((locale) => text[locale])
    return first ? { original: first, text } : null
  }
  const contact = {
    unit: content('unit'),
    name: (entries['name'] ?? '').trim(),
    telephone: (entries['telephone'] ?? '').trim(),
    address: (entries['address'] ?? '').trim(),
  }
  const isGiven = contact.unit || contact.name || contact.telephone || contact.address
  return { contacts: isGiven ? [contact] : [], boilerplate: content('boilerplate'), marks: content('marks') }
}
