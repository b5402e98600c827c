import { z } from 'zod'
import * as shapes from '../../api/shapes.ts'

const { id, content, instant, locale } = shapes

const stageKind = z
  .enum(['rehearsal', 'doors', 'opening', 'speech', 'signing', 'photo', 'questions', 'closing', 'other'])
  .meta({ examples: ['signing'] })
const minutes = z
  .int()
  .min(1)
  .max(1440)
  .meta({ examples: [15] })

export const seen = z
  .int()
  .min(0)
  .describe('`seq` of the board that the decision was made from: who moves later than somebody else is refused')
  .meta({ examples: [12] })

const form = z.object({ family: z.string(), given: z.string().optional() })
const name = z
  .union([
    z.object({
      order: z.enum(['family-first', 'given-first']),
      native: form,
      latin: form.optional(),
      kana: form.optional(),
    }),
    z.object({ label: shapes.translated }),
  ])
  .meta({ examples: [{ label: { en: 'Demonstration signatory' } }] })

/** Texts that people write into the ceremony, in one or several languages. */
export const written = (most: number, example: string) =>
  z
    .strictObject({ original: locale, text: shapes.textIn(most, { ja: example, en: example }) })
    .refine(({ original, text }) => text[original] !== undefined, 'The original is missing')
    .meta({ examples: [{ original: 'en', text: { en: example } }] })

export const reason = written(2000, 'The line is being mended').describe('For everybody to read')

export const plan = z.strictObject({
  stages: z
    .array(
      z.strictObject({
        id: id.optional().describe('Of a stage that is planned already and stays'),
        kind: stageKind,
        title: written(300, 'Signing'),
        plannedAt: instant,
        minutes,
        cue: written(4000, 'Unmute all signatories').optional().describe('For those who move the ceremony alone'),
      }),
    )
    .min(1)
    .max(60)
    .describe('In order'),
  questionsPerOutlet: z
    .int()
    .min(1)
    .max(100)
    .nullable()
    .meta({ examples: [2] }),
  operatorIds: z.array(id).max(50).describe('Who moves it; nobody: those who organise the event'),
})

export const move = z
  .discriminatedUnion('move', [
    z.strictObject({ move: z.literal('begin-stage'), seen, stageId: id }),
    z.strictObject({ move: z.literal('end-stage'), seen, stageId: id }),
    z.strictObject({ move: z.literal('end'), seen }),
    z.strictObject({ move: z.literal('pause'), seen, reason }),
    z.strictObject({ move: z.literal('resume'), seen }),
    z.strictObject({ move: z.literal('abort'), seen, reason }),
    z.strictObject({ move: z.literal('undo'), seen }),
    z.strictObject({
      move: z.literal('open-questions'),
      seen,
      reason: reason.nullable().describe('Needed while signatures are outstanding'),
    }),
  ])
  .meta({ examples: [{ move: 'begin-stage', seen: 12, stageId: '01939b1e-6c00-7000-8000-0123456789ab' }] })

export const signatoryState = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.enum(['ready', 'awaiting']) }),
    z.strictObject({ state: z.literal('prevented'), reason }),
  ])
  .meta({ examples: [{ state: 'ready' }] })

const toAsker = written(500, 'Answered in the release').nullable().describe('For the asker')
export const moderation = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.enum(['queued', 'live']) }),
    z.strictObject({ state: z.literal('held'), reason: toAsker }),
    z.strictObject({ state: z.literal('declined'), reason: written(500, 'Answered in the release') }),
    z.strictObject({ state: z.literal('merged'), intoId: id, reason: toAsker }),
  ])
  .meta({ examples: [{ state: 'live' }] })

export const moved = z.object({
  seq: z
    .int()
    .describe('Number of the board afterwards')
    .meta({ examples: [13] }),
})

const at = instant.nullable()
const count = z
  .int()
  .min(0)
  .meta({ examples: [3] })
const answer = z.object({ text: content, by: z.string().meta({ examples: ['The chair'] }), at: instant }).nullable()

export const board = z.object({
  eventId: id,
  slug: shapes.slug,
  title: content,
  seq: z.int().describe('Number of the last change'),
  standing: z.enum(['planned', 'running', 'paused', 'aborted', 'ended']).meta({ examples: ['running'] }),
  standingReason: content.nullable(),
  zone: shapes.timeZone,
  stages: z.array(
    z.object({
      id,
      kind: stageKind,
      title: content,
      plannedAt: instant,
      plannedMinutes: minutes,
      beganAt: at,
      endedAt: at,
      skipped: z.boolean(),
    }),
  ),
  currentStageId: id.nullable(),
  signatories: z
    .array(
      z.object({
        id,
        organisationId: id,
        organisation: shapes.nameByLanguage,
        name,
        office: content,
        country: shapes.country,
        timeZone: shapes.timeZone,
        displayOrder: z.int(),
        signingOrder: z.int(),
        state: z.enum(['awaiting', 'ready', 'signed', 'prevented']).meta({ examples: ['signed'] }),
        at,
        reason: content.nullable(),
      }),
    )
    .describe('In the agreed order of names'),
  signedCount: count,
  requiredCount: count,
  completedAt: at.describe('When the last required signature landed'),
  questions: z.object({
    gate: z.enum(['closed', 'open']).meta({ examples: ['open'] }),
    override: z
      .object({ by: z.string().meta({ examples: ['Ada Example'] }), reason: content, at: instant })
      .nullable()
      .describe('Who opened them before the last signature, and why'),
    asked: count,
    waiting: count,
    answered: count,
    declined: count,
    live: z.array(
      z.object({
        id,
        text: content,
        asker: z
          .object({ name: z.string().meta({ examples: ['Sample Reporter'] }), outlet: z.string().nullable() })
          .nullable()
          .describe('Null without the asker’s consent'),
        state: z.enum(['live', 'answered']).meta({ examples: ['live'] }),
        answer,
      }),
    ),
  }),
  demonstration: z.boolean(),
  replay: z
    .object({ at: instant, speed: z.number().meta({ examples: [20] }), since: instant })
    .nullable()
    .describe('A past afternoon shown again: its clock read `at` when the wall’s read `since`'),
})

export const questionState = z
  .enum(['draft', 'queued', 'held', 'merged', 'declined', 'live', 'answered', 'withdrawn'])
  .meta({ examples: ['queued'] })

export const question = z.object({
  id,
  text: content,
  name,
  outlet: z.string().nullable(),
  isNamed: z.boolean().describe('Whether the asker agreed to be named in public'),
  state: questionState,
  reason: content.nullable(),
  intoId: id.nullable(),
  askedAt: instant,
  answer,
})
