import { z } from 'zod'
import * as shapes from '../../../api/shapes.ts'
import { pressRoles, proofTypes, wants } from '../tables.ts'

const { id, instant, locale } = shapes

const form = z.object({ family: z.string(), given: z.string().optional() })

const personName = z
  .object({
    order: z.enum(['family-first', 'given-first']),
    native: form.describe('As its bearer writes it'),
    latin: form.optional(),
    kana: form.optional().describe('Reading'),
  })
  .meta({
    examples: [
      {
        order: 'family-first',
        native: { family: '結城', given: '花子' },
        kana: { family: 'ゆうき', given: 'はなこ' },
      },
    ],
  })

const likeness = z.enum(['address', 'name-and-outlet', 'name', 'mobile', 'proof'])

export const application = z.object({
  registrationId: id,
  arrival: z.int().describe('Order in which applications came'),
  decision: z.enum(['pending', 'confirmed', 'waiting', 'late', 'declined', 'withdrawn']),
  decidedAt: instant,
  reason: z.string().nullable().describe('As the applicant was told it'),
  name: personName,
  address: z.string().meta({ examples: ['journalist@example.org'] }),
  outlet: z.string().meta({ examples: ['Demonstration Shimbun'] }),
  role: z.enum(pressRoles),
  crew: z.int().describe('People, the applicant included'),
  mobile: z.string().meta({ examples: ['+81 90 1234 5678'] }),
  pressClub: z.string().nullable(),
  wishesToAsk: z.boolean(),
  question: z.string().nullable(),
  languages: z.array(locale),
  locale: locale.describe('Of correspondence'),
  timeZone: shapes.timeZone,
  registeredAt: instant,
  rules: z
    .object({ version: z.int(), locale, acceptedAt: instant })
    .nullable()
    .describe('The rules of coverage that were accepted'),
  standing: z.boolean().describe('Came by a standing accreditation, proved by a mailed link'),
  proofs: z
    .array(
      z.object({ id, type: z.enum(proofTypes), size: z.int(), receivedAt: instant, deletedAt: instant.nullable() }),
    )
    .describe('The files themselves are shown to the press office on screen only'),
  duplicates: z
    .array(z.object({ registrationId: id, because: z.array(likeness) }))
    .describe('Others that may be the same journalist’s; never merged by themselves'),
})

export const applications = z.object({ applications: z.array(application) })

export const requested = z.strictObject({
  wanted: z.enum(wants),
  note: z
    .string()
    .trim()
    .max(1000)
    .optional()
    .meta({ examples: ['Please send the front side.'] }),
})
