import { z } from 'zod'
import type { Locale } from '../language/locales.ts'
import type { Content, Translated } from '../language/translated.ts'
import type { Entries } from '../web/forms.ts'

/** The row of the log that the mover had before them. */
const saw = z.coerce.number('invalid').int('invalid').min(0, 'invalid')

export const moveForm = z.looseObject({ saw })
export const stageForm = z.object({ saw, stageId: z.uuid('invalid') })
export const confirmedForm = z.looseObject({ saw, confirmed: z.literal('yes', 'confirmFirst') })

export const freeForm = z.looseObject({})

/** `reason.ja`, `reason.en`: one text in the languages it was given in; the first given counts as the original. */
export function contentFrom(entries: Entries, name: string, languages: readonly Locale[]): Content {
  const text: Translated = {}
  for (const language of languages) {
    const given = entries[`${name}.${language}`]?.trim().slice(0, 2000)
    if (given) text[language] = given
  }
  const [original = languages[0] ?? 'en'] = languages.filter((language) => text[language])
  return { original, text }
}
