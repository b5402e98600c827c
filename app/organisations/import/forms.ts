import { locales } from '../../language/locales.ts'
import { z } from 'zod'
import { visibilities } from '../members/profile.ts'
import type { Entries } from '../../web/forms.ts'
import type { ImportChoices } from './choices.ts'
import { type Field, isField } from './mapping/fields.ts'
import { encodings } from './reading/encoding.ts'

/** How a list is to be read; an empty answer leaves it to be detected. */
export const readingForm = z.looseObject({
  encoding: z.union([z.literal(''), z.enum(encodings)], 'choose').optional(),
  separator: z.string().max(1, 'invalid').optional(),
  sheet: z.string().max(200, 'tooLong').optional(),
  headerRow: z
    .union([z.literal(''), z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(1000, 'invalid')])
    .optional(),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'invalid'),
  language: z.enum(locales, 'choose'),
  visibility: z.enum(visibilities, 'choose'),
  basedOn: z.coerce.number().int().min(0),
})

export const choicesFrom = (data: z.output<typeof readingForm>, entries: Entries): ImportChoices => ({
  ...(data.encoding ? { encoding: data.encoding } : {}),
  ...(data.separator ? { separator: data.separator } : {}),
  ...(data.sheet ? { sheet: data.sheet } : {}),
  ...(data.headerRow ? { headerRow: data.headerRow } : {}),
  country: data.country,
  language: data.language,
  visibility: data.visibility,
  columns: columnsIn(entries),
})

function columnsIn(entries: Entries): (Field | null)[] {
  const columns: (Field | null)[] = []
  for (let place = 0; entries[`column.${place}`] !== undefined; place++) {
    const written = entries[`column.${place}`] ?? ''
    columns.push(isField(written) ? written : null)
  }
  return columns
}
