import { z } from 'zod'
import { inEveryLanguage, text } from '../agreements/templates/schema.ts'
import { type Locale, locales } from '../language/locales.ts'
import type { Content } from '../language/translated.ts'

/** A text with where it comes from: the string of the source as it stands, and who translated it from what. */
export type Sourced = Content & {
  text: Record<Locale, string>
  /** As the source has it; `text` holds the corrected reading where the source slipped. */
  source: string
  /** Null for a name that is the same for every reader. */
  translation: { from: Locale; by: string; locales: Locale[] } | null
}

const locale = z.enum(locales)
const kept = { source: text, corrected: text.optional(), original: locale }
const translation = z.strictObject({ translatedFrom: locale, translator: text, ...inEveryLanguage.partial().shape })

type Written = z.output<z.ZodObject<typeof kept>> & { translation: z.output<typeof translation> }

/** A text of the source, translated into all other languages. */
export const sourced = z.strictObject({ ...kept, translation }).transform(join)

/** A name, which either has translations or is the same for every reader. */
export const sourcedName = z
  .strictObject({ ...kept, translation: translation.optional(), sameInEveryLanguage: z.literal(true).optional() })
  .transform(({ translation: found, sameInEveryLanguage, ...written }, context): Sourced => {
    if ((found === undefined) !== (sameInEveryLanguage === true)) {
      context.addIssue({ code: 'custom', message: 'needs either translation or sameInEveryLanguage' })
    }
    if (found) return join({ ...written, translation: found }, context)
    const reading = written.corrected ?? written.source
    const everywhere = { ja: reading, en: reading, fr: reading, de: reading, it: reading }
    return { original: written.original, source: written.source, text: everywhere, translation: null }
  })

function join(written: Written, context: z.RefinementCtx): Sourced {
  const { original, source } = written
  const { translatedFrom, translator, ...translations } = written.translation
  const complain = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: ['translation', field], message })
  if (translatedFrom !== original) complain('translatedFrom', 'is not the original language')
  if (translations[original]) complain(original, 'is the original, not a translation')
  const all = { ...translations, [original]: written.corrected ?? source }
  for (const language of locales) if (!all[language]) complain(language, 'is missing')
  const others = locales.filter((language) => language !== original)
  return {
    original,
    source,
    text: all as Record<Locale, string>,
    translation: { from: translatedFrom, by: translator, locales: others },
  }
}
