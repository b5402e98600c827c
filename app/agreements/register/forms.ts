import { z } from 'zod'
import { isCalendarDate } from '../../language/dates.ts'
import { isLocale, type Locale, locales } from '../../language/locales.ts'
import type { Entries } from '../../web/forms.ts'
import type { Entry } from './entry.ts'

export const agreementKinds = ['memorandum', 'letter-of-intent', 'non-disclosure', 'cooperation'] as const

/** How many parties that are organisations here the form offers, the keeper's own among them. */
export const PARTY_ROWS = 6

const date = z.union([z.literal(''), z.string().refine(isCalendarDate, 'date')]).optional()
const months = z
  .string()
  .trim()
  .optional()
  .transform((text) => (text ? Number(text.normalize('NFKC')) : null))
  .pipe(z.int('number').min(0, 'number').max(600, 'number').nullable())
const text = (most: number) => z.string().trim().max(most, 'tooLong').optional()

export const entryForm = z.object({
  kind: z.enum(agreementKinds, 'choose'),
  title: z.string().trim().min(1, 'required').max(500, 'tooLong'),
  titleLanguage: z.enum(locales, 'choose'),
  others: text(4000),
  signedOn: date,
  inForceFrom: date,
  until: date,
  termMonths: months,
  noticeMonths: months,
  contacts: text(4000),
  source: text(2000),
  note: text(8000),
  responsible: z.union([z.literal(''), z.uuid('choose')]).optional(),
})

/** One party a line, its country in brackets at the end if it is known: `Medical Alley Association (US)`. */
export const othersIn = (lines: string): Entry['others'] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const found = /^(.*\S)\s*[(（]([A-Za-z]{2})[)）]$/.exec(line)
      return found?.[1] && found[2]
        ? { name: found[1], country: found[2].toUpperCase() }
        : { name: line, country: null }
    })

/** The same lines again. */
export const othersText = (others: Entry['others']): string =>
  others.map(({ name, country }) => (country ? `${name} (${country})` : name)).join('\n')

/** What a readable form says, without its file. */
export const entryOf = (data: z.output<typeof entryForm>, entries: Entries): Omit<Entry, 'scan'> => ({
  kind: data.kind,
  title: data.title,
  titleLanguage: data.titleLanguage,
  languages: languagesIn(entries['languages'] ?? ''),
  parties: Array.from({ length: PARTY_ROWS }, (_, index) => entries[`party.${index + 1}`] ?? '').filter(Boolean),
  others: othersIn(data.others ?? ''),
  signedOn: data.signedOn || null,
  inForceFrom: data.inForceFrom || null,
  until: data.until || null,
  termMonths: data.termMonths || null,
  noticeMonths: data.noticeMonths,
  contacts: data.contacts || null,
  source: data.source || null,
  note: data.note || null,
  responsiblePersonId: data.responsible || null,
})

/** Ticked boxes of one name arrive one a line. */
export const languagesIn = (lines: string): Locale[] => lines.split('\n').filter(isLocale)
