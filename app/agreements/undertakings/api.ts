import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { part, withAgreement } from '../api/asking.ts'
import { addUndertaking } from './adding.ts'
import { assignUndertaking, endUndertaking } from './changing.ts'
import { judgeEvidence } from './judging.ts'
import { undertakingsOf } from './reading.ts'
import { showEvidence, withdrawEvidence } from './showing.ts'
import { cadences, evidenceKinds } from './tables.ts'

const tag = 'agreements'
const here = '/agreements/{reference}'
const cadence = z.enum(cadences)
const evidenceKind = z.enum(evidenceKinds)
const written = shapes.text(8000, 'A webinar on regulation, with 40 participants.')

const evidence = z.object({
  id: shapes.id,
  dueOn: shapes.date.nullable(),
  note: written,
  link: z.string().nullable(),
  event: shapes.slug.nullable(),
  referral: z.string().nullable(),
  file: z.string().nullable().describe('Its name'),
  shownAt: shapes.instant,
  answers: z.array(
    z.object({ organisationId: shapes.id, answer: z.enum(['confirmed', 'questioned']), reason: z.string().nullable() }),
  ),
})

const undertaking = z.object({
  id: shapes.id,
  organisationId: shapes.id.describe('The party that owes it'),
  personId: shapes.id.nullable(),
  title: shapes.translated,
  cadence,
  firstDue: shapes.date.nullable(),
  evidence: evidenceKind,
  endedAt: shapes.instant.nullable(),
  occurrences: z.array(
    z.object({
      due: shapes.date.nullable(),
      state: z.enum(['kept', 'questioned', 'missed', 'ahead']),
      evidence: z.array(evidence),
    }),
  ),
})

/** What the parties of an agreement owe each other, and by what one sees that it was kept. */
export const undertakingOperations: readonly Operation[] = [
  operation({
    id: 'listUndertakings',
    method: 'get',
    path: `${here}/undertakings`,
    tag,
    needs: 'agreements:read',
    summary: 'What each party owes, with its days and what was shown for them.',
    answers: z.object({ undertakings: z.array(undertaking) }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, agreement }) => {
        const found = await undertakingsOf(services.database.db, scope, agreement, services.clock.now())
        return {
          undertakings: found.map((one) => ({
            id: one.id,
            organisationId: one.organisationId,
            personId: one.personId,
            title: one.title,
            cadence: one.cadence,
            firstDue: one.firstDue,
            evidence: one.evidenceKind,
            endedAt: one.endedAt?.toISOString() ?? null,
            occurrences: one.occurrences.map(({ due, state, evidence: shown }) => ({
              due,
              state,
              evidence: shown.map((each) => ({
                id: each.id,
                dueOn: each.dueOn,
                note: each.note,
                link: each.link,
                event: each.event?.slug ?? null,
                referral: each.referral,
                file: each.file,
                shownAt: each.shownAt.toISOString(),
                answers: each.answers.map(({ organisationId, answer, reason }) => ({ organisationId, answer, reason })),
              })),
            })),
          })),
        }
      }),
  }),
  operation({
    id: 'addUndertaking',
    method: 'post',
    path: `${here}/undertakings`,
    tag,
    needs: 'agreements:write',
    status: 201,
    summary: 'Take something upon one’s organisation.',
    body: z.strictObject({
      organisationId: shapes.id,
      title: shapes.translated,
      clauseId: shapes.id.optional(),
      personId: shapes.id.optional(),
      cadence,
      firstDue: shapes.date.optional(),
      evidence: evidenceKind,
    }),
    answers: z.object({ id: shapes.id }),
    refusals: refusalsOf<typeof addUndertaking>({
      'not-yours': true,
      'not-in-force': true,
      'first-due-missing': true,
      'after-the-end': true,
      'no-such-person': true,
    }),
    run: (asked) =>
      withAgreement(asked, ({ services, scope, id }) => {
        const { clauseId, personId, firstDue, ...said } = asked.body
        const input = { ...said, clauseId: clauseId ?? null, personId: personId ?? null, firstDue: firstDue ?? null }
        return addUndertaking(services, scope, id, input)
      }),
  }),
  operation({
    id: 'assignUndertaking',
    method: 'post',
    path: `${here}/undertakings/{undertaking}/assignment`,
    tag,
    needs: 'agreements:write',
    summary: 'Name who answers for an undertaking; null for everybody who manages or coordinates the party.',
    body: z.strictObject({ personId: shapes.id.nullable() }),
    answers: z.object({ assigned: z.literal(true) }),
    refusals: refusalsOf<typeof assignUndertaking>({
      'not-yours': true,
      'not-there': true,
      'has-ended': true,
      'no-such-person': true,
    }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, id }) => {
        const undertakingId = shapes.id.safeParse(part(asked, 'undertaking'))
        if (!undertakingId.success) return null
        const input = { agreementId: id, undertakingId: undertakingId.data, personId: asked.body.personId }
        return assignUndertaking(services, scope, input)
      }),
  }),
  operation({
    id: 'endUndertaking',
    method: 'post',
    path: `${here}/undertakings/{undertaking}/end`,
    tag,
    needs: 'agreements:write',
    summary: 'From today on nothing more falls due.',
    answers: z.object({ ended: z.literal(true) }),
    refusals: refusalsOf<typeof endUndertaking>({ 'not-yours': true, 'not-there': true, 'has-ended': true }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, id }) => {
        const undertakingId = shapes.id.safeParse(part(asked, 'undertaking'))
        if (!undertakingId.success) return null
        return endUndertaking(services, scope, { agreementId: id, undertakingId: undertakingId.data })
      }),
  }),
  operation({
    id: 'showEvidence',
    method: 'post',
    path: `${here}/undertakings/{undertaking}/evidence`,
    tag,
    needs: 'agreements:write',
    status: 201,
    summary: 'Show that an undertaking was kept.',
    body: z.strictObject({
      dueOn: shapes.date.optional().describe('Which of its days it is for'),
      note: written,
      link: z
        .url({ protocol: /^https?$/ })
        .meta({ examples: ['https://example.org/programme'] })
        .optional(),
      event: shapes.slug.optional(),
      referral: shapes.reference.optional(),
      file: shapes.paper.optional(),
    }),
    answers: z.object({ id: shapes.id }),
    refusals: refusalsOf<typeof showEvidence>({
      'not-yours': true,
      'not-there': true,
      'not-in-force': true,
      'no-such-day': true,
      'evidence-missing': true,
      'no-such-event': true,
      'file-too-large': true,
      'other-file': true,
    }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, id }) => {
        const undertakingId = shapes.id.safeParse(part(asked, 'undertaking'))
        if (!undertakingId.success) return null
        const { dueOn, note, link, event, referral, file } = asked.body
        return showEvidence(services, scope, {
          agreementId: id,
          undertakingId: undertakingId.data,
          dueOn: dueOn ?? null,
          note,
          link: link ?? null,
          event: event ?? null,
          referral: referral ?? null,
          file: file ? { name: file.name, bytes: new Uint8Array(Buffer.from(file.bytes, 'base64')) } : null,
        })
      }),
  }),
  operation({
    id: 'withdrawEvidence',
    method: 'post',
    path: `${here}/evidence/{evidence}/withdrawal`,
    tag,
    needs: 'agreements:write',
    summary: 'Take evidence back.',
    answers: z.object({ withdrawn: z.literal(true) }),
    refusals: refusalsOf<typeof withdrawEvidence>({ 'not-yours': true, 'not-there': true }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, id }) => {
        const evidenceId = shapes.id.safeParse(part(asked, 'evidence'))
        if (!evidenceId.success) return null
        return withdrawEvidence(services, scope, { agreementId: id, evidenceId: evidenceId.data })
      }),
  }),
  operation({
    id: 'judgeEvidence',
    method: 'post',
    path: `${here}/evidence/{evidence}/answers`,
    tag,
    needs: 'agreements:write',
    summary: 'Confirm another party’s evidence, or question it and say why.',
    body: z.strictObject({
      organisationId: shapes.id,
      answer: z.enum(['confirmed', 'questioned']),
      reason: shapes.text(2000, 'The event was cancelled.').optional(),
    }),
    answers: z.object({ judged: z.literal(true) }),
    refusals: refusalsOf<typeof judgeEvidence>({ 'not-yours': true, 'not-there': true, 'reason-missing': true }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, id }) => {
        const evidenceId = shapes.id.safeParse(part(asked, 'evidence'))
        if (!evidenceId.success) return null
        const { organisationId, answer, reason } = asked.body
        const input = { agreementId: id, evidenceId: evidenceId.data, organisationId, answer, reason: reason ?? null }
        return judgeEvidence(services, scope, input)
      }),
  }),
]
