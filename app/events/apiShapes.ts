import { z } from 'zod'
import * as shapes from '../api/shapes.ts'
import type { EventView } from './event.ts'

const { content, id, instant, locale, slug, timeZone } = shapes

export const eventKind = z.enum(['signing-ceremony', 'webinar', 'mission', 'matchmaking', 'working-group'])
export const categoryKind = z.enum(['press', 'member', 'guest', 'speaker'])
export const decision = z.enum(['pending', 'confirmed', 'waiting', 'late', 'declined', 'withdrawn'])

const online = { provider: z.enum(['zoom-webinar', 'link']) }
const place = { name: content, address: content.optional() }
export const venue = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('online'), ...online, note: content.optional() }),
    z.object({ kind: z.literal('place'), ...place }),
    z.object({ kind: z.literal('hybrid'), ...online, ...place }),
  ])
  .describe('How to get in online is never here: each registered person is told it alone')
  .meta({ examples: [{ kind: 'online', provider: 'zoom-webinar' }] })

const nameForm = z.object({ family: z.string().trim().min(1).max(100), given: z.string().trim().max(100).optional() })

export const personName = z
  .object({
    order: z.enum(['family-first', 'given-first']),
    native: nameForm.describe('As its bearer writes it'),
    latin: nameForm.optional(),
    kana: nameForm.optional().describe('Reading'),
  })
  .meta({ examples: [{ order: 'family-first', native: { family: '結城', given: '花子' } }] })

const speaker = z
  .object({
    name: z.union([personName, z.object({ label: shapes.translated })]),
    office: content.optional(),
    organisationId: id.optional(),
  })
  .meta({ examples: [{ name: { label: { ja: '理事長', en: 'The president' } } }] })

export const programmeItem = z.strictObject({
  begins: instant,
  minutes: z
    .int()
    .positive()
    .max(100_000)
    .meta({ examples: [10] }),
  title: content,
  description: content.nullable().optional(),
  speakers: z.array(speaker).optional(),
  languages: shapes.languages,
})

export const formField = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .meta({ examples: ['diet'] }),
  label: content,
  purpose: content.describe('What the answer is for; shown beside the question'),
  kind: z.enum(['text', 'long-text', 'choice', 'yes-no', 'telephone']),
  choices: z.array(z.strictObject({ key: z.string().min(1).max(40), label: content })).optional(),
  required: z.boolean(),
})

const most = z
  .int()
  .positive()
  .max(1_000_000)
  .nullable()
  .meta({ examples: [50] })

export const categoryRules = z.strictObject({
  title: content,
  opensAt: instant.nullable().optional(),
  closesAt: instant,
  closesInclusive: z.boolean().describe('Whether a registration in the very second of the deadline is in time'),
  zone: timeZone.describe('Where the two instants are declared'),
  capacity: most.describe('Null: as many as come'),
  capPerAffiliation: most.describe('Seats for one organisation; null: no limit'),
  needsApproval: z.boolean(),
  waitingList: z.boolean(),
  lateQueue: z.boolean().describe('Whether later registrations are taken in and decided on one by one'),
  fields: z.array(formField).optional(),
})

const facts = {
  title: content,
  subtitle: content.nullable().optional(),
  description: content.nullable().optional(),
  zone: timeZone,
  begins: instant,
  ends: instant,
  venue,
  languages: shapes.languages,
  interpretation: z
    .array(z.strictObject({ from: locale, to: locale }))
    .optional()
    .meta({ examples: [[{ from: 'ja', to: 'en' }]] }),
}

export const planned = z.strictObject({
  slug,
  kind: eventKind,
  ...facts,
  leadOrganisationId: id,
  hostIds: z.array(id).optional().describe('Who invites, in the order of display'),
  agreementId: id.nullable().optional().describe('The agreement that is signed at it'),
})

export const revised = z
  .strictObject({ ...facts, basedOn: z.int().min(0).describe('The sequence you have read') })
  .partial()

export const eventSummary = z.object({
  slug,
  kind: eventKind,
  title: content,
  zone: timeZone,
  begins: instant,
  ends: instant,
  published: z.boolean(),
  cancelled: z.boolean(),
  demonstration: z.boolean(),
})

export const event = z.object({
  ...eventSummary.shape,
  id,
  subtitle: content.nullable(),
  description: content.nullable(),
  venue,
  languages: shapes.languages,
  interpretation: z.array(z.object({ from: locale, to: locale })),
  hosts: z.array(z.object({ slug, name: content, zone: timeZone, lead: z.boolean() })),
  sequence: z.int().describe('How many changes those invited have heard of'),
  programme: z.array(z.object({ ...programmeItem.shape, description: content.nullable(), speakers: z.array(speaker) })),
  categories: z.array(
    z.object({ ...categoryRules.shape, kind: categoryKind, opensAt: instant.nullable(), fields: z.array(formField) }),
  ),
})

export const presentEvent = (view: EventView): z.input<typeof event> => ({
  id: view.id,
  slug: view.slug,
  kind: view.kind,
  title: view.title,
  subtitle: view.subtitle,
  description: view.description,
  zone: view.zone,
  begins: view.begins.toISOString(),
  ends: view.ends.toISOString(),
  venue: view.venue,
  languages: view.languages,
  interpretation: view.interpretation,
  published: view.published !== null,
  cancelled: view.cancelled !== null,
  demonstration: view.demonstration,
  sequence: view.sequence,
  hosts: view.hosts.map(({ slug: host, name, zone, isLead }) => ({ slug: host, name, zone, lead: isLead })),
  programme: view.programme.map(({ begins, minutes, title, description, speakers, languages }) => ({
    begins: begins.toISOString(),
    minutes,
    title,
    description,
    speakers,
    languages,
  })),
  categories: view.categories.map((category) => ({
    kind: category.kind,
    title: category.title,
    opensAt: category.opensAt?.toISOString() ?? null,
    closesAt: category.closesAt.toISOString(),
    closesInclusive: category.closesInclusive,
    zone: category.zone,
    capacity: category.capacity,
    capPerAffiliation: category.capPerAffiliation,
    needsApproval: category.needsApproval,
    waitingList: category.waitingList,
    lateQueue: category.lateQueue,
    fields: category.fields,
  })),
})
