import { z } from 'zod'
import * as shapes from '../../api/shapes.ts'
import { isZone } from '../../language/times.ts'
import { isId } from '../../platform/ids.ts'
import { LONGEST_BODY, LONGEST_TITLE } from '../forms.ts'

const { id, locale, languages, content, instant, sha256, slug } = shapes

const wording = (most: number, examples: { ja: string; en: string }) =>
  z.strictObject({
    original: locale.describe('The others are translations of it').meta({ examples: ['ja'] }),
    text: shapes.textIn(most, examples),
    confirmed: z
      .array(locale)
      .optional()
      .describe('Translations left as they are that still say what the original says')
      .meta({ examples: [['en']] }),
  })

export const texts = {
  title: wording(LONGEST_TITLE, { ja: '連携協定の締結について', en: 'Conclusion of a cooperation agreement' }),
  subtitle: wording(LONGEST_TITLE, { ja: '五機関による調印', en: 'Signed by five organisations' }).optional(),
  body: wording(LONGEST_BODY, { ja: '本文です。', en: 'The text, paragraph by paragraph.' })
    .optional()
    .describe('Paragraphs with an empty line between them'),
}

export const moment = z
  .strictObject({
    instant,
    zone: shapes.timeZone.refine((zone) => isZone(zone), 'No such zone').describe('In which it is declared'),
  })
  .meta({ examples: [{ instant: '2022-03-22T08:40:00Z', zone: 'Asia/Tokyo' }] })

export const embargo = z.strictObject({
  lifts: moment.nullable().describe('Null: as soon as every issuer has approved'),
  uponSignature: z.boolean().describe('Nor before the last signature of its agreement'),
})

export const draft = z.strictObject({
  slug: slug.optional().describe('Part of its address; made if not given'),
  languages: languages.describe('All become public at the same moment'),
  ...texts,
  issuerIds: z
    .array(id)
    .min(1)
    .max(30)
    .describe('In the order of display; each has to approve')
    .meta({ examples: [['01939b1e-6c00-7000-8000-0123456789ab']] }),
  leadOrganisationId: id.describe('One of the issuers; a coordinator or manager of it asks'),
  eventId: id.optional(),
  agreementId: id.optional().describe('One to which the lead is party'),
  embargo,
  offersEmbargoed: z.boolean().optional().describe('Single journalists may read it under embargo'),
})

const basedOn = z.int().min(1).describe('The revision that was read')
const reason = content.optional().describe('Of a public release: what is corrected, and why')

export const revision = z.strictObject({
  basedOn,
  languages: languages.optional(),
  ...texts,
  offersEmbargoed: z.boolean().optional(),
  reason,
})

export const notes = z.strictObject({
  contacts: z.array(
    z.strictObject({
      unit: content.nullable(),
      name: z
        .string()
        .max(200)
        .describe('As it is printed')
        .meta({ examples: ['永田・森口'] }),
      telephone: z
        .string()
        .max(50)
        .meta({ examples: ['078-306-2231'] }),
      address: z
        .string()
        .max(254)
        .meta({ examples: ['press@example.org'] }),
    }),
  ),
  boilerplate: content.nullable(),
  marks: content.nullable().describe('Trademark notice'),
})

export const issuerNotes = z.strictObject({ organisationId: id, basedOn, notes, reason })

export const standing = z
  .enum(['unapproved', 'held', 'public', 'stopped', 'withdrawn'])
  .describe('Held: approved by all, and waiting for its instant or the signature')
  .meta({ examples: ['public'] })

const translated = z.object({
  original: locale,
  text: shapes.translated,
  lagging: z.array(locale).describe('Translations of an earlier original'),
})

export const release = z.object({
  id,
  slug,
  standing,
  demonstration: z.boolean().describe('Nobody issued it'),
  languages,
  title: translated.nullable().describe('Null once withdrawn'),
  subtitle: translated.nullable(),
  body: translated.nullable(),
  hasOfficialForm: z.boolean().describe('Then its paper is set from the record; see `readReleasePaper`'),
  files: z
    .array(z.object({ id, sha256 }))
    .describe('Of the kit; read on the page')
    .meta({ examples: [[]] }),
  offersEmbargoed: z.boolean().nullable().describe('Null for whoever is no issuer'),
  revision: z.int().describe('Of the texts given here'),
  contentSha256: sha256.describe('What approvals are bound to'),
  leadOrganisationId: id,
  issuers: z.array(
    z.object({
      organisationId: id,
      slug,
      name: shapes.nameContent,
      approvedAt: instant.nullable().describe('Approval of the newest revision. Null for whoever is no issuer'),
    }),
  ),
  event: z.object({ slug, title: content }).nullable(),
  embargo: z
    .object({ id, liftsAt: instant.nullable(), zone: shapes.timeZone, uponSignature: z.boolean() })
    .nullable()
    .describe('Null for whoever is no issuer'),
  liftedAt: instant.nullable(),
  corrections: z.array(z.object({ revision: z.int(), reason: content, effectiveAt: instant.nullable() })),
  withdrawal: z.object({ reason: z.string(), at: instant }).nullable(),
})

export const summary = z.object({
  id,
  slug,
  standing,
  title: shapes.translated.nullable(),
  languages,
  liftedAt: instant.nullable(),
})

/** A part of an address that is no id names nothing. */
export const uuidOr = (text: string | undefined): string =>
  text && isId(text) ? text : '00000000-0000-0000-0000-000000000000'

export const isKnownZone = (zone: string): boolean => isZone(zone)
