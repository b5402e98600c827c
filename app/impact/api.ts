import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../api/operation.ts'
import * as shapes from '../api/shapes.ts'
import { answerFollowUp } from './answering.ts'
import { indicators } from './indicators/all.ts'
import { reportMeeting, withdrawMeeting } from './meetings.ts'
import { judgeOutcome, reportOutcome, withdrawOutcome } from './outcomes.ts'
import { resultsOf } from './results.ts'
import { reviewSheet } from './paper/reviewSheet.ts'
import { reviewOf } from './review/reviewing.ts'
import { periodAsked, reportOf, reportPlace, rowsBehind } from './reporting.ts'
import { followUpAnswers, outcomeKinds } from './tables.ts'

const tag = 'impact'
const kind = z.enum(outcomeKinds)
const key = z.enum(indicators.map((one) => one.key) as [string, ...string[]])
const here = '/outcomes/{reference}'
const days = z.strictObject({ from: shapes.date.optional(), until: shapes.date.optional() })
const note = shapes.text(4000, 'A distribution contract for northern Italy.')

const outcome = z.object({
  id: shapes.id,
  kind,
  happenedOn: shapes.date,
  note: z.string(),
  link: z.string().nullable(),
  file: z.string().nullable().describe('Its name'),
  reportedFor: shapes.id,
  answers: z.array(
    z.object({ organisationId: shapes.id, answer: z.enum(['confirmed', 'questioned']), reason: z.string().nullable() }),
  ),
})

const outcomeRefusals = {
  'not-there': true,
  'in-the-future': true,
  'before-introduction': true,
  'reason-missing': true,
  'not-yours': true,
  'file-too-large': true,
  'other-file': true,
} as const

const meetingRefusals = {
  'not-there': true,
  'not-yours': true,
  'in-the-future': true,
  'before-introduction': true,
} as const

/** What came of introductions, and the figures derived from it. */
export const impactOperations: readonly Operation[] = [
  operation({
    id: 'readReport',
    method: 'get',
    path: '/reports/{organisation}',
    tag,
    needs: 'impact:read',
    summary: 'All figures of an organisation, with those of as many days before.',
    query: days,
    answers: z.object({
      from: shapes.date,
      until: shapes.date,
      figures: z.array(
        z.object({ indicator: key, name: z.string(), definition: z.string(), count: z.int(), countBefore: z.int() }),
      ),
    }),
    async run({ c, params, query }) {
      const { scope, services, t } = c.var
      const { db } = services.database
      const place = await reportPlace(db, scope, params['organisation'] ?? '')
      if (!place) return null
      const { period, figures } = await reportOf(db, scope, place, periodAsked(place, query, services.clock.now()))
      return {
        from: period.from,
        until: period.until,
        figures: figures.map(({ key: indicator, count, countBefore }) => ({
          indicator,
          ...t.impact.indicators[indicator],
          count,
          countBefore,
        })),
      }
    },
  }),
  operation({
    id: 'readIndicator',
    method: 'get',
    path: '/reports/{organisation}/{indicator}',
    tag,
    needs: 'impact:read',
    summary: 'The rows behind one figure.',
    query: days,
    answers: z.object({
      indicator: key,
      rows: z.array(z.object({ id: shapes.id, day: shapes.date, what: z.string(), path: z.string().nullable() })),
    }),
    async run({ c, params, query }) {
      const { scope, services, t, locale } = c.var
      const { db } = services.database
      const place = await reportPlace(db, scope, params['organisation'] ?? '')
      if (!place) return null
      const period = periodAsked(place, query, services.clock.now())
      const found = await rowsBehind(db, scope, place, params['indicator'] ?? '', period)
      return (
        found && {
          indicator: found.key,
          rows: found.rows.map(({ id, day, text, path }) => ({ id, day, what: text(t, locale), path })),
        }
      )
    },
  }),
  operation({
    id: 'answerFollowUp',
    method: 'post',
    path: '/followups/{token}',
    tag,
    needs: 'impact:write',
    summary: 'Say what came of an introduction, with the token of the mail that asked.',
    body: z.strictObject({
      answer: z.enum(followUpAnswers),
      outcome: kind.optional(),
      metOn: shapes.date.optional().describe('The day on which the companies met'),
      words: note.optional(),
    }),
    answers: z.object({ answered: z.literal(true) }),
    refusals: refusalsOf<typeof answerFollowUp>({
      'not-there': true,
      'too-late': true,
      'outcome-missing': true,
      'in-the-future': true,
      'before-introduction': true,
    }),
    run: ({ c, params, body }) =>
      answerFollowUp(c.var.services, params['token'] ?? '', {
        answer: body.answer,
        outcome: body.outcome ?? null,
        metOn: body.metOn ?? null,
        words: body.words ?? null,
      }),
  }),
  operation({
    id: 'listOutcomes',
    method: 'get',
    path: here,
    tag,
    needs: 'impact:read',
    summary: 'What came of one introduction.',
    answers: z.object({
      meetings: z.array(z.object({ id: shapes.id, heldOn: shapes.date, note: z.string(), reportedFor: shapes.id })),
      outcomes: z.array(outcome),
    }),
    async run({ c, params }) {
      const { scope, services } = c.var
      const results = await resultsOf(services.database.db, scope, params['reference'] ?? '')
      return (
        results && {
          meetings: results.meetings,
          outcomes: results.outcomes.map(
            ({ id, kind: what, happenedOn, note: said, link, file, reportedFor, answers }) => ({
              id,
              kind: what,
              happenedOn,
              note: said,
              link,
              file,
              reportedFor,
              answers,
            }),
          ),
        }
      )
    },
  }),
  operation({
    id: 'reportOutcome',
    method: 'post',
    path: here,
    tag,
    needs: 'impact:write',
    status: 201,
    summary: 'Report what came of an introduction that one took part in.',
    body: z.strictObject({
      kind,
      happenedOn: shapes.date,
      note,
      link: z
        .url({ protocol: /^https?$/ })
        .meta({ examples: ['https://example.org/news'] })
        .optional(),
      file: shapes.paper.optional(),
    }),
    answers: z.object({ id: shapes.id }),
    refusals: refusalsOf<typeof reportOutcome>(outcomeRefusals),
    run: ({ c, params, body }) => {
      const { link, file, ...said } = body
      return reportOutcome(c.var.services, c.var.scope, params['reference'] ?? '', {
        ...said,
        link: link ?? null,
        file: file ? { name: file.name, bytes: new Uint8Array(Buffer.from(file.bytes, 'base64')) } : null,
      })
    },
  }),
  operation({
    id: 'judgeOutcome',
    method: 'post',
    path: `${here}/{outcome}/answers`,
    tag,
    needs: 'impact:write',
    summary: 'Confirm an outcome that the other side reported, or question it and say why.',
    body: z.strictObject({ answer: z.enum(['confirmed', 'questioned']), reason: note.optional() }),
    answers: z.object({ judged: z.literal(true) }),
    refusals: refusalsOf<typeof judgeOutcome>(outcomeRefusals),
    run: ({ c, params, body }) =>
      judgeOutcome(c.var.services, c.var.scope, params['reference'] ?? '', {
        outcomeId: params['outcome'] ?? '',
        answer: body.answer,
        reason: body.reason ?? null,
      }),
  }),
  operation({
    id: 'withdrawOutcome',
    method: 'post',
    path: `${here}/{outcome}/withdrawal`,
    tag,
    needs: 'impact:write',
    summary: 'Take back an outcome that one reported.',
    answers: z.object({ withdrawn: z.literal(true) }),
    refusals: refusalsOf<typeof withdrawOutcome>(outcomeRefusals),
    run: ({ c, params }) =>
      withdrawOutcome(c.var.services, c.var.scope, params['reference'] ?? '', params['outcome'] ?? ''),
  }),
  operation({
    id: 'reportMeeting',
    method: 'post',
    path: `${here}/meetings`,
    tag,
    needs: 'impact:write',
    status: 201,
    summary: 'Say that the companies met after their introduction.',
    body: z.strictObject({ heldOn: shapes.date, note: note.optional() }),
    answers: z.object({ met: z.literal(true) }),
    refusals: refusalsOf<typeof reportMeeting>(meetingRefusals),
    run: ({ c, params, body }) =>
      reportMeeting(c.var.services, c.var.scope, params['reference'] ?? '', {
        heldOn: body.heldOn,
        note: body.note ?? '',
      }),
  }),
  operation({
    id: 'withdrawMeeting',
    method: 'post',
    path: `${here}/meetings/{meeting}/withdrawal`,
    tag,
    needs: 'impact:write',
    summary: 'Take back that the companies met on a day.',
    answers: z.object({ withdrawn: z.literal(true) }),
    refusals: refusalsOf<typeof withdrawMeeting>(meetingRefusals),
    run: ({ c, params }) =>
      withdrawMeeting(c.var.services, c.var.scope, params['reference'] ?? '', params['meeting'] ?? ''),
  }),
  operation({
    id: 'readReview',
    method: 'get',
    path: '/reviews/{reference}',
    tag,
    needs: 'impact:read',
    summary:
      'A year of an agreement, the last that is over unless another is named: its tables as the page shows them.',
    query: z.strictObject({ year: z.coerce.number().int().min(1).max(1000).optional() }),
    answers: z.object({
      year: z.int(),
      from: shapes.date,
      until: shapes.date,
      sections: z.array(
        z.object({
          heading: z.string(),
          texts: z.array(z.string()),
          columns: z.array(z.string()),
          rows: z.array(z.array(z.object({ text: z.string(), path: z.string().nullable() }))),
        }),
      ),
    }),
    async run({ c, params, query }) {
      const { scope, services, t, locale } = c.var
      const asked = { at: services.clock.now(), number: query.year }
      const review = await reviewOf(services.database.db, scope, params['reference'] ?? '', asked)
      if (!review) return null
      const { number, from, until } = review.year
      return {
        year: number,
        from,
        until,
        sections: reviewSheet(t, locale, review).sections.map(({ heading, texts, table }) => ({
          heading,
          texts,
          columns: table?.columns.map(({ label }) => label) ?? [],
          rows: table?.rows.map((row) => row.map(({ text, path }) => ({ text, path: path ?? null }))) ?? [],
        })),
      }
    },
  }),
]
