import { z } from 'zod'
import { locales } from '../language/locales.ts'

/** The shapes of the API, for what comes in and what goes out. What comes in is strict: an unknown field is a mistake to be told. */

export const locale = z.enum(locales)
export const translated = z.partialRecord(locale, z.string()).describe('A text in some of the languages')
export const content = z.object({ original: locale, text: translated })
export const id = z.uuid()
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in lower-case hexadecimal')
export const reference = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  .describe('Short public reference, e.g. 7K3F-9QX2')
export const date = z.iso.date()
export const instant = z.iso.datetime()

const text = z.string().trim().min(1).max(20_000)
export const wordings = z
  .array(z.strictObject({ language: locale, heading: z.string().trim().min(1).max(300), body: text }))
  .min(1)
export const basedOn = z
  .partialRecord(locale, z.int().min(0))
  .describe('The revision of each language that the writer saw')

export const draft = z.strictObject({
  kind: z.enum(['memorandum', 'letter-of-intent', 'non-disclosure', 'cooperation']),
  languages: z.array(locale).min(1).describe('Authentic languages; drafting began in the first'),
  title: translated,
  preamble: translated,
  parties: z
    .array(z.strictObject({ organisationId: id, allianceId: id.optional() }))
    .describe('In the order of display'),
  clauses: z.array(
    z.strictObject({
      slug: z.string().regex(/^[a-z0-9-]{1,80}$/),
      binding: z.boolean(),
      texts: z.partialRecord(locale, z.strictObject({ heading: text, body: text })),
    }),
  ),
  termMonths: z.int().min(1).max(1200),
  noticeMonths: z.int().min(0).max(120),
  leadOrganisationId: id,
})

const nameForm = z.strictObject({ family: z.string().min(1).max(200), given: z.string().max(200).optional() })
export const personName = z.union([
  z.strictObject({
    order: z.enum(['family-first', 'given-first']),
    native: nameForm,
    latin: nameForm.optional(),
    kana: nameForm.optional(),
  }),
  z.strictObject({ label: translated }),
])

export const signatoryNaming = z.strictObject({
  organisationId: id,
  personId: id,
  name: personName,
  office: z.strictObject({ original: locale, text: translated }),
  ground: z.enum(['office', 'board-decision', 'delegation']),
  groundReference: z.string().min(1).max(500),
  groundDate: date.optional(),
  groundLimits: z.string().max(1000).optional(),
  displayOrder: z.int().min(1).max(99),
  signingOrder: z.int().min(1).max(99),
})

export const organisationEntry = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  kind: z.enum([
    'cluster-organisation',
    'company',
    'hospital',
    'research-institute',
    'university',
    'foundation',
    'public-authority',
    'association',
  ]),
  name: z.strictObject({ original: locale, text: translated }),
  legalForm: z.string().max(80).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('ISO 3166-1 alpha-2'),
  timeZone: z.string().max(60).describe('IANA name'),
  website: z.url({ protocol: /^https?$/ }).optional(),
})

export const description = z.strictObject({
  name: translated,
  description: z.strictObject({ original: locale, text: translated, confirmed: z.array(locale) }),
  version: z.string().max(200),
})

export const summary = z.object({
  id,
  reference,
  title: translated,
  languages: z.array(locale),
  parties: z.array(z.object({ name: translated, slug: z.string() })),
  standing: z.enum(['drafting', 'approving', 'preparing', 'signing', 'in-force', 'ended']),
  until: date.nullable(),
  demonstration: z.boolean(),
  isPublic: z.boolean(),
})

export const agreement = z.object({
  id,
  reference,
  kind: z.string(),
  title: translated,
  languages: z.array(locale),
  standing: summary.shape.standing,
  demonstration: z.boolean(),
  termMonths: z.int(),
  noticeMonths: z.int(),
  textHash: sha256,
  inForce: z.object({ from: instant, until: date }).nullable(),
  parties: z.array(
    z.object({
      organisationId: id,
      slug: z.string(),
      name: content,
      alliance: z.object({ slug: z.string(), name: content }).nullable(),
      approvedAt: instant.nullable(),
    }),
  ),
  signatories: z.array(
    z.object({
      id,
      organisationId: id,
      name: z.string(),
      office: content,
      ground: z.string(),
      displayOrder: z.int(),
      signingOrder: z.int(),
      consentedAt: instant.nullable(),
      signedAt: instant.nullable(),
    }),
  ),
  preamble: translated.nullable().describe('Null where the parties keep the text to themselves'),
  clauses: z
    .array(
      z.object({
        id,
        number: z.int(),
        binding: z.boolean(),
        texts: z.partialRecord(locale, z.object({ heading: z.string(), body: z.string(), revision: z.int() })),
        lagging: z.array(locale),
      }),
    )
    .nullable(),
  documents: z.array(
    z.object({
      revision: z.int(),
      kind: z.enum(['approved', 'sealed', 'signed', 'archived']),
      sha256,
      madeAt: instant,
    }),
  ),
})

export const done = z.object({}).loose()

/** RFC 9457, with a stable `code` for programs. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string().optional().describe('Why it was refused; stable, in kebab case'),
  errors: z
    .array(z.object({ pointer: z.string(), detail: z.string() }))
    .optional()
    .describe('Which parts of the request were not understood'),
})
