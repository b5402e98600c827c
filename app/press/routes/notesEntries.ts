import { type Locale, locales } from '../../language/locales.ts'
import type { Entries } from '../../web/forms.ts'
import { type IssuerNotes, noNotes } from '../content.ts'

/** Notes as the fields of their form. */
export function notesEntries(notes: IssuerNotes = noNotes, reader: Locale): Entries {
  const [contact] = notes.contacts
  const { boilerplate, marks } = notes
  return {
    name: contact?.name ?? '',
    telephone: contact?.telephone ?? '',
    address: contact?.address ?? '',
    original: boilerplate?.original ?? contact?.unit?.original ?? reader,
    ...Object.fromEntries(
      locales.flatMap((locale) => [
        [`unit.${locale}`, contact?.unit?.text[locale] ?? ''],
        [`boilerplate.${locale}`, boilerplate?.text[locale] ?? ''],
        [`marks.${locale}`, marks?.text[locale] ?? ''],
      ]),
    ),
  }
}
