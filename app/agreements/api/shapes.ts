import { z } from 'zod'
import type { Translated } from '../../language/translated.ts'
import * as shapes from '../../api/shapes.ts'
import { templateNames } from '../templates/reading.ts'

const { id, locale, languages, content, translated, reference, sha256, instant, date, slug } = shapes

/** As long as the forms allow: what was written on screen can be revised by a program, and the other way round. */
const heading = shapes.text(300, 'Purpose')
const body = shapes.text(50_000, 'The parties exchange and support each other.')
const wordingExample = {
  ja: { heading: '目的', body: '当事者は、相互に交流し、支援する。' },
  en: { heading: 'Purpose', body: 'The parties exchange and support each other.' },
}

export const texts = z
  .partialRecord(locale, z.strictObject({ heading, body }))
  .refine((given) => Object.keys(given).length > 0, 'Write the clause in at least one language')
  .meta({ examples: [wordingExample] })

/** With the revision of each language that the writer saw; 0 where there was none. */
export const textsBasedOn = z
  .partialRecord(locale, z.strictObject({ heading, body, basedOn: z.int().min(0) }))
  .refine((given) => Object.keys(given).length > 0, 'Write the clause in at least one language')
  .meta({
    examples: [{ en: { ...wordingExample.en, basedOn: 1 } }],
  })

const party = z.strictObject({ organisationId: id, allianceId: id.optional() })
const months = (least: number, most: number, example: number) =>
  z
    .int()
    .min(least)
    .max(most)
    .meta({ examples: [example] })

const terms = {
  languages: languages.describe('Authentic languages; drafting began in the first').meta({ examples: [['ja', 'en']] }),
  parties: z
    .array(party)
    .min(2)
    .max(30)
    .describe('In the order of display')
    .meta({
      examples: [
        [
          { organisationId: '01939b1e-6c00-7000-8000-0123456789ab' },
          {
            organisationId: '01939b1e-6c00-7000-8000-0123456789ac',
            allianceId: '01939b1e-6c00-7000-8000-0123456789ad',
          },
        ],
      ],
    }),
  termMonths: months(1, 600, 24),
  noticeMonths: months(0, 120, 3),
  leadOrganisationId: id.describe('The drafting party; a coordinator or manager of it asks'),
}

type Issue = { path: (string | number)[]; message: string }

/** Mistakes in a text that has to be written in each of the languages and in no other. */
const strays = (given: Translated, expected: readonly string[], path: string): Issue[] => [
  ...expected
    .filter((language) => !(language in given))
    .map((language) => ({ path: [path, language], message: 'Missing in this language' })),
  ...Object.keys(given)
    .filter((language) => !expected.includes(language))
    .map((language) => ({ path: [path, language], message: 'Not a language of this agreement' })),
]

export const kind = z.enum(['memorandum', 'letter-of-intent', 'non-disclosure', 'cooperation'])

export const draft = z
  .strictObject({
    kind,
    title: shapes.textIn(500),
    preamble: shapes.textIn(50_000),
    clauses: z
      .array(
        z.strictObject({ slug, binding: z.boolean(), texts }).meta({
          examples: [{ slug: 'purpose', binding: false, texts: wordingExample }],
        }),
      )
      .min(1)
      .max(200),
    ...terms,
  })
  .superRefine(({ languages: expected, title, preamble, clauses }, { addIssue }) => {
    const issues = [...strays(title, expected, 'title'), ...strays(preamble, expected, 'preamble')]
    for (const [index, clause] of clauses.entries()) {
      for (const language of Object.keys(clause.texts))
        if (!expected.some((one) => one === language))
          issues.push({ path: ['clauses', index, 'texts', language], message: 'Not a language of this agreement' })
      if (clauses.findIndex((other) => other.slug === clause.slug) < index)
        issues.push({ path: ['clauses', index, 'slug'], message: 'Two clauses have this slug' })
    }
    for (const issue of issues) addIssue({ code: 'custom', ...issue })
  })

export const templateDraft = z
  .strictObject({
    title: shapes.textIn(500).optional().describe('Instead of the template’s own'),
    field: shapes.textIn(500, { ja: '医療機器', en: 'medical devices' }).describe('The field of cooperation'),
    purpose: shapes.textIn(2000),
    secrecyMonths: months(0, 600, 36).describe('How long confidentiality outlives the agreement'),
    ...terms,
  })
  .superRefine(({ languages: expected, title, field, purpose }, { addIssue }) => {
    const issues = [
      ...strays(field, expected, 'field'),
      ...strays(purpose, expected, 'purpose'),
      ...(title ? strays(title, expected, 'title') : []),
    ]
    for (const issue of issues) addIssue({ code: 'custom', ...issue })
  })

export const signatoryNaming = z.strictObject({
  organisationId: id,
  personId: id.describe('One of `listPeople`; the name on the signature is that person’s own'),
  office: shapes.textIn(500, { ja: '理事長', en: 'President' }).describe('In each of the agreement’s languages'),
  ground: z.enum(['office', 'board-decision', 'delegation']),
  groundReference: shapes.text(500, 'Statutes, article 7'),
  groundDate: date.optional(),
  groundLimits: z
    .string()
    .max(500)
    .optional()
    .meta({ examples: ['Up to two years'] }),
  displayOrder: z.int().min(1).max(99),
  signingOrder: z.int().min(1).max(99),
})

export const standing = z
  .enum(['drafting', 'approving', 'preparing', 'signing', 'registered', 'in-force', 'suspended', 'ended', 'terminated'])
  .meta({ examples: ['in-force'] })

export const summary = z.object({
  id,
  reference,
  title: translated,
  languages,
  parties: z.array(z.object({ name: shapes.nameByLanguage, slug })),
  others: z.array(z.string()).describe('Parties of an agreement signed elsewhere that are no organisations here'),
  standing,
  until: date.nullable().describe('The last day of its term, once it is in force'),
  demonstration: z.boolean(),
  isPublic: z.boolean(),
})

const hidden = 'Null for whoever is neither party nor signatory'

const signatory = z.object({
  id,
  organisationId: id,
  name: z.string().meta({ examples: ['Demonstration signatory'] }),
  office: content,
  displayOrder: z.int(),
  signingOrder: z.int(),
  authority: z
    .object({
      ground: z.enum(['office', 'board-decision', 'delegation']),
      reference: z.string(),
      date: date.nullable(),
      limits: z.string().nullable(),
    })
    .nullable()
    .describe(hidden),
  consentedAt: instant.nullable().describe(hidden),
  signature: z.object({ at: instant, stampedAt: instant, stampedBy: z.string() }).nullable(),
})

export const clause = z.object({
  id,
  number: z.int(),
  binding: z.boolean(),
  texts: z
    .partialRecord(locale, z.object({ heading: z.string(), body: z.string(), revision: z.int() }))
    .meta({ examples: [{ en: { ...wordingExample.en, revision: 1 } }] }),
  lagging: z.array(locale).describe('Languages that have yet to catch up with a rewritten one'),
})

export const agreement = z.object({
  id,
  reference,
  kind,
  title: translated,
  languages,
  standing,
  demonstration: z.boolean().describe('Nobody real signed'),
  modelNotice: translated.nullable(),
  termMonths: z.int().meta({ examples: [24] }),
  noticeMonths: z.int().meta({ examples: [3] }),
  leadOrganisationId: id,
  inForce: z.object({ from: instant, until: date }).nullable(),
  publication: z.object({ withText: z.boolean(), at: instant }).nullable(),
  parties: z.array(
    z.object({
      organisationId: id,
      slug,
      name: shapes.nameContent,
      alliance: z.object({ slug, name: shapes.nameContent }).nullable(),
      approvedAt: instant.nullable().describe(`Approval of the current text. ${hidden}`),
    }),
  ),
  signatories: z.array(signatory),
  approvedDocumentSha256: sha256.nullable().describe('Of the document that was made for signing'),
  textHash: sha256.nullable().describe('Of the text in its canonical form. Null where the text is withheld'),
  preamble: translated.nullable().describe('Null where the text is withheld'),
  clauses: z.array(clause).nullable().describe('Null where the text is withheld'),
  documents: z
    .array(
      z.object({
        revision: z.int().meta({ examples: [7] }),
        kind: z.enum(['approved', 'sealed', 'signed', 'archived']).meta({ examples: ['signed'] }),
        sha256,
        madeAt: instant,
      }),
    )
    .describe('Oldest first. None where the text is withheld'),
})

export const wording = z.object({
  language: locale,
  revision: z.int(),
  heading: z.string(),
  body: z.string(),
  writtenBy: z.string().nullable().describe('Null where the writer is no longer known'),
  writtenAt: instant,
})

export const proposal = z.object({
  id,
  clauseId: id,
  organisationId: id.describe('The party that proposes'),
  reason: z.string(),
  texts: z
    .partialRecord(locale, z.object({ heading: z.string(), body: z.string(), basedOn: z.int() }))
    .meta({ examples: [{ en: { ...wordingExample.en, basedOn: 1 } }] }),
  proposedAt: instant,
  answers: z.array(
    z.object({
      organisationId: id,
      answer: z.enum(['accepted', 'declined']),
      reason: z.string().nullable(),
      at: instant,
    }),
  ),
  state: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
})

export const template = z.object({
  name: z.enum(templateNames),
  kind,
  label: translated,
  notice: translated,
})

export const person = z.object({
  id,
  name: z.string().meta({ examples: ['Demonstration signatory'] }),
  office: content.nullable(),
})
