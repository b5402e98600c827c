import { z } from 'zod'
import type { NameForm, PersonName } from '../language/names.ts'
import type { StoredName } from '../organisations/storedName.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { Entries, FieldErrors } from '../web/forms.ts'

const part = z.string().trim().max(100, 'tooLong').optional()

/** The fields of a form in which somebody writes their name; spread into the form's schema. */
export const nameFields = {
  family: z.string().trim().min(1, 'required').max(100, 'tooLong'),
  given: part,
  order: z.enum(['family-first', 'given-first'], 'choose'),
  latinFamily: part,
  latinGiven: part,
  kanaFamily: part,
  kanaGiven: part,
}

export type NameEntry = z.output<z.ZodObject<typeof nameFields>>

/** A name as it is stored, or a sentence for each form of it that is only half there. */
export function nameFrom(entry: NameEntry, t: Catalogue): { name: PersonName } | { errors: FieldErrors } {
  const latin = formOf(entry.latinFamily, entry.latinGiven)
  const kana = formOf(entry.kanaFamily, entry.kanaGiven)
  const errors: FieldErrors = {}
  if (latin === 'half') errors['latinFamily'] = t.accounts.name.bothParts
  if (kana === 'half') errors['kanaFamily'] = t.accounts.name.bothParts
  if (latin === 'half' || kana === 'half') return { errors }
  const native = { family: entry.family, ...(entry.given ? { given: entry.given } : {}) }
  return { name: { order: entry.order, native, ...(latin ? { latin } : {}), ...(kana ? { kana } : {}) } }
}

function formOf(family = '', given = ''): NameForm | 'half' | null {
  if (!family) return given ? 'half' : null
  return { family, ...(given ? { given } : {}) }
}

/** What stands in the fields at first. */
export function entriesOf(name: StoredName | null, order: PersonName['order']): Entries {
  if (!name || 'label' in name) return { order }
  return {
    family: name.native.family,
    given: name.native.given ?? '',
    order: name.order,
    latinFamily: name.latin?.family ?? '',
    latinGiven: name.latin?.given ?? '',
    kanaFamily: name.kana?.family ?? '',
    kanaGiven: name.kana?.given ?? '',
  }
}
