import { z } from 'zod'
import { clauseTerms, inEveryLanguage, slug, text } from '../agreements/templates/schema.ts'
import { isCalendarDate } from '../language/dates.ts'
import { locales } from '../language/locales.ts'
import { isZone } from '../language/times.ts'
import { roles } from '../accounts/scope.ts'
import { sourced, sourcedName } from './sourced.ts'

const date = z.string().refine(isCalendarDate, 'is no date (YYYY-MM-DD)')
const instant = z.iso.datetime()
const zone = z.string().refine(isZone, 'is no time zone')
const country = z.string().regex(/^[A-Z]{2}$/)
const locale = z.enum(locales)
/** Reserved for examples (RFC 2606): a mail sent by mistake reaches nobody. */
const demonstrationAddress = z.string().regex(/^[a-z.-]+@demo\.example$/)
const nameForm = z
  .strictObject({ family: text, given: text.optional() })
  .transform(({ family, given }) => (given === undefined ? { family } : { family, given }))

const organisationKind = z.enum([
  'cluster-organisation',
  'company',
  'hospital',
  'research-institute',
  'university',
  'foundation',
  'public-authority',
  'association',
])

const organisation = z.strictObject({
  slug,
  kind: organisationKind,
  country,
  name: sourcedName,
  shortName: text,
  legalForm: text.optional(),
  notFromAnnouncement: z.strictObject({
    seat: inEveryLanguage,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    timeZone: zone,
    website: z.url(),
  }),
})

const figure = z.strictObject({
  value: z.int().positive(),
  qualifier: z.enum(['exactly', 'about', 'more-than']),
  scope: z.enum(['members', 'founding-members', 'region']),
  source: text,
  counted: inEveryLanguage,
  named: z.array(text).optional(),
})

const cluster = z.strictObject({
  slug,
  managedBy: slug,
  name: sourcedName,
  regions: sourced,
  description: sourced.optional(),
  figures: z.array(figure),
})

export const organisationsFile = z.strictObject({
  asOf: date,
  citation: inEveryLanguage,
  organisations: z.array(organisation).min(2),
  clusters: z.array(cluster),
})

const sourceOnly = z.strictObject({ source: text })

export const allianceFile = z.strictObject({
  slug,
  name: sourcedName,
  expansion: sourceOnly,
  programme: z.strictObject({ name: sourceOnly, expansion: sourceOnly }),
  description: sourced,
  purpose: sourced,
  members: z.array(slug).min(2),
  notFromAnnouncement: z.strictObject({ coordinator: slug }),
})

export const peopleFile = z.strictObject({
  people: z.array(
    z.strictObject({
      slug,
      appearsAs: z.enum(['attendee', 'president', 'press-contact']),
      source: text,
      side: z.enum(['own', 'other']),
      courtesy: z.enum(['ms', 'mr']).optional(),
      name: z.strictObject({ order: z.enum(['family-first', 'given-first']), native: nameForm }),
      notFromAnnouncement: z
        .strictObject({ reading: z.enum(['usual', 'known']), latin: nameForm, kana: nameForm })
        .optional(),
      organisation: slug,
      office: sourced.optional(),
      unit: sourced.optional(),
    }),
  ),
})

export const signatoriesFile = z.strictObject({
  demonstration: z.literal(true),
  signatories: z.array(
    z.strictObject({
      slug,
      organisation: slug,
      name: inEveryLanguage,
      office: inEveryLanguage,
      address: demonstrationAddress,
      locale,
      timeZone: zone,
      authority: z.strictObject({
        ground: z.enum(['office', 'board-decision', 'delegation']),
        reference: text,
        date,
        limits: text.optional(),
      }),
      displayOrder: z.int().positive(),
      signingOrder: z.int().positive(),
    }),
  ),
})

export const usersFile = z.strictObject({
  demonstration: z.literal(true),
  organisations: z.array(
    z.strictObject({
      slug,
      kind: organisationKind,
      country,
      timeZone: zone,
      memberOf: slug.optional(),
      name: inEveryLanguage,
    }),
  ),
  users: z.array(
    z.strictObject({
      slug,
      role: z.enum(roles),
      organisation: slug.optional(),
      name: inEveryLanguage,
      address: demonstrationAddress,
      locale,
      timeZone: zone,
    }),
  ),
})

export const ceremonyFile = z.strictObject({
  slug,
  title: sourced,
  subtitle: sourced,
  term: sourced,
  first: sourced,
  purpose: sourced,
  zone,
  time: z.strictObject({ source: text, begins: instant, ends: instant }),
  venue: z.strictObject({ kind: z.literal('online'), provider: z.literal('zoom-webinar'), source: text }),
  attendees: z.array(slug),
  press: z.strictObject({
    registration: z.strictObject({
      source: text,
      by: z.literal('e-mail'),
      deadline: z.strictObject({ source: text, instant }),
    }),
    rules: z.array(z.strictObject({ slug, text: sourced })),
    contact: z.strictObject({
      source: text,
      people: z.array(slug),
      telephone: z.strictObject({ source: text, number: z.string().regex(/^\+\d+$/) }),
      address: z.strictObject({ source: z.email() }),
    }),
  }),
  marks: z.array(sourced),
})

export const slipsFile = z.strictObject({
  slips: z.array(
    z.strictObject({
      slug,
      kind: z.enum([
        'spelling',
        'variant',
        'letter-case',
        'counter',
        'width',
        'sign',
        'spacing',
        'wording',
        'omission',
      ]),
      where: text,
      source: z.array(text).min(1),
      suggestion: text,
      why: text,
    }),
  ),
})

export const agreementFile = z.strictObject({
  slug,
  kind: z.enum(['memorandum', 'letter-of-intent', 'non-disclosure', 'cooperation']),
  template: z.literal('mou'),
  model: z.literal(true),
  modelNotice: inEveryLanguage,
  languages: z.array(locale).min(1),
  lead: slug,
  termMonths: z.int().positive(),
  noticeMonths: z.int().nonnegative(),
  parties: z.array(z.strictObject({ organisation: slug, alliance: slug.optional() })).min(2),
  clauses: z.array(clauseTerms).min(1),
})
