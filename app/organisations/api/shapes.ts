import { z } from 'zod'
import * as shapes from '../../api/shapes.ts'
import { countryName } from '../../language/countries.ts'
import { isZone } from '../../language/times.ts'
import { organisationKinds } from '../forms.ts'

const { country, date, id, locale, reference, slug, timeZone, translated } = shapes

/** A text of a profile: which translations lag behind the original, and whose those are that came from elsewhere. */
const profileText = z
  .object({
    original: locale,
    text: translated,
    stale: z.array(locale).describe('Translations made from an earlier original'),
    credits: z
      .partialRecord(locale, z.string())
      .describe('Where translations that came from elsewhere were taken from'),
  })
  .meta({
    examples: [{ original: 'ja', text: { ja: '相互支援', en: 'Mutual support' }, stale: [], credits: {} }],
  })

const website = z
  .string()
  .nullable()
  .meta({ examples: ['https://example.org/'] })
const name = profileText.meta({
  examples: [{ original: 'de', text: { de: 'Life Science Nord', ja: 'Life Science Nord' }, stale: [], credits: {} }],
})
const link = z.object({ slug, name })
const kind = z.enum(organisationKinds)

export const organisationLine = z.object({ slug, name, kind, country, seat: profileText.nullable() })

const clusterLine = z.object({ slug, name, regions: profileText, managing: link })

export const directory = z.object({
  alliances: z.array(
    z.object({ slug, name, expansion: z.string().nullable(), clusters: z.int().describe('How many belong to it') }),
  ),
  clusters: z.array(clusterLine),
  organisations: z.array(organisationLine),
})

const publicAgreement = z.object({
  reference,
  title: translated,
  languages: shapes.languages,
  until: date.nullable().describe('The last day of its term, once it is in force'),
})

export const organisation = z.object({
  id,
  ...organisationLine.shape,
  legalForm: z.string().nullable(),
  timeZone,
  website,
  description: profileText.nullable(),
  clusters: z.array(link).describe('Clusters it manages'),
  agreements: z.array(publicAgreement).describe('Those made public, newest first'),
  version: z
    .string()
    .describe('Of name and description; whoever rewrites them sends it back')
    .meta({
      examples: ['2c26b46b68ffc68f'],
    }),
})

const place = z.object({
  slug,
  name,
  country,
  seat: profileText.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})

const figure = z.object({
  value: z.int(),
  qualifier: z.enum(['exactly', 'about', 'more-than']),
  counted: profileText.describe('What is counted'),
  scope: z.enum(['members', 'founding-members', 'region']),
  named: z.array(z.string()).nullable().describe('Those counted, where the source names them'),
  asOf: date,
  source: z.string().describe('The source’s own words'),
  citation: translated.nullable(),
})

export const cluster = z.object({
  slug,
  name,
  regions: profileText,
  description: profileText.nullable(),
  managing: z.object({ ...place.shape, website }),
  figures: z.array(figure).describe('Each says what it counts; they are never added up'),
  alliances: z.array(link),
})

export const alliance = z.object({
  slug,
  name,
  expansion: z.string().nullable(),
  programme: z.string().nullable(),
  programmeExpansion: z.string().nullable(),
  purpose: profileText.nullable(),
  members: z.array(
    z.object({ ...clusterLine.shape, seat: place, coordinates: z.boolean().describe('Coordinates the alliance') }),
  ),
  partners: z
    .array(z.object({ ...place.shape, cluster: link.nullable() }))
    .describe('Organisations outside the alliance with which it has a public agreement'),
  agreements: z.array(publicAgreement),
})

/** Texts by language, of which one is the original. */
const written = (most: number) =>
  z
    .strictObject({ original: locale, text: shapes.textIn(most) })
    .refine(({ original, text }) => text[original] !== undefined, 'Write the original')
    .meta({ examples: [{ original: 'en', text: { en: 'Life Science Nord' } }] })

export const organisationEntry = z.strictObject({
  slug: slug.max(60),
  kind,
  name: written(200),
  legalForm: shapes.text(80, 'GmbH').optional(),
  country: country.refine((code) => countryName(code, 'en') !== null, 'No such country'),
  seat: written(200).optional(),
  timeZone: timeZone.refine(isZone, 'No such time zone'),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .meta({ examples: ['https://example.org/'] }),
})

export const description = z.strictObject({
  name: z.partialRecord(locale, z.string().trim().max(200)).meta({ examples: [{ en: 'Life Science Nord' }] }),
  description: z.strictObject({
    original: locale,
    text: z.partialRecord(locale, z.string().trim().max(4000)).meta({
      examples: [{ en: 'A cluster of life sciences.', de: 'Ein Cluster der Lebenswissenschaften.' }],
    }),
    confirmed: z.array(locale).describe('Translations that still fit although nothing in them was changed'),
  }),
  version: z
    .string()
    .max(200)
    .describe('`version` of the profile that the writer saw')
    .meta({ examples: ['2c26b46b68ffc68f'] }),
})
