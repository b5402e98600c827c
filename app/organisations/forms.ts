import { z } from 'zod'
import { countryName } from '../language/countries.ts'
import { type Locale, locales } from '../language/locales.ts'
import { isZone } from '../language/times.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { Description, DescribingRefusal } from './describing.ts'
import type { OrganisationEntry } from './registering.ts'
import type { OrganisationKind } from './tables.ts'

export const organisationKinds = [
  ...(['cluster-organisation', 'company', 'hospital', 'research-institute'] as const),
  ...(['university', 'foundation', 'public-authority', 'association'] as const),
] satisfies OrganisationKind[]

const line = z.string().trim().max(200, 'tooLong')
const perLanguage = <S extends z.ZodType>(field: string, schema: S) =>
  Object.fromEntries(locales.map((locale) => [`${field}.${locale}`, schema.optional()])) as Record<
    string,
    z.ZodOptional<S>
  >

/** One entry a language: `name.ja`, `text.ja`, `confirmed.ja`. */
export const descriptionForm = z
  .object({
    version: z.string(),
    original: z.enum(locales, 'choose'),
    ...perLanguage('name', line),
    ...perLanguage('text', z.string().trim().max(4000, 'tooLong')),
    ...perLanguage('confirmed', z.string()),
  })
  .transform((entries): Description => {
    const given = entries as unknown as Record<string, string | undefined>
    const inEach = (field: string) =>
      Object.fromEntries(locales.map((locale) => [locale, given[`${field}.${locale}`] ?? '']))
    return {
      version: entries.version,
      name: inEach('name'),
      description: {
        original: entries.original,
        text: inEach('text'),
        confirmed: locales.filter((locale) => given[`confirmed.${locale}`] === 'yes'),
      },
    }
  })

/** Where a refusal is shown, and in which words. `not-yours` and `no-such-organisation` have pages of their own. */
export function refusalErrors({ refused }: DescribingRefusal, original: Locale, t: Catalogue): Record<string, string> {
  const words = t.organisations.edit.errors
  if (refused === 'original-missing') return { [`text.${original}`]: words.originalMissing }
  if (refused === 'name-missing') return { [`name.${original}`]: words.nameMissing }
  if (refused === 'name-in-agreements') return { [`name.${original}`]: words.nameInAgreements }
  return { form: words.changedMeanwhile }
}

export const registrationForm = z.object({
  name: line.min(1, 'required'),
  language: z.enum(locales, 'choose'),
  slug: z
    .string()
    .trim()
    .max(60, 'tooLong')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug'),
  kind: z.enum(organisationKinds, 'choose'),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => countryName(code, 'en') !== null, 'country'),
  timeZone: z.string().refine(isZone, 'choose'),
  seat: line.optional(),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/ })], 'website').optional(),
})

/** Mistakes of this form alone, in its own words; those that every form knows were said already. */
export function registrationErrors(errors: Record<string, string>, t: Catalogue): Record<string, string> {
  const own: Record<string, string> = t.organisations.register.errors
  return Object.fromEntries(
    Object.entries(errors).map(([field, said]) => [
      field,
      said === t.errors.fields.invalid ? (own[field] ?? said) : said,
    ]),
  )
}

export const entryOf = (form: z.output<typeof registrationForm>): OrganisationEntry => {
  const written = (text: string) => ({ original: form.language, text: { [form.language]: text } })
  return {
    slug: form.slug,
    kind: form.kind,
    name: written(form.name),
    country: form.country,
    timeZone: form.timeZone,
    ...(form.seat ? { seat: written(form.seat) } : {}),
    ...(form.website ? { website: form.website } : {}),
  }
}
