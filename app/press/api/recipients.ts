import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { removeClipping, reportClipping } from '../coverage/reporting.ts'
import { cancelDistribution, confirmDistribution } from '../distribution/planning.ts'
import { chooseFiles } from '../kit/choosing.ts'
import { offerPreview, revokePreview } from '../previewing.ts'
import { withRelease } from './asking.ts'
import * as own from './shapes.ts'

const tag = 'press'
const needs = 'press:write'
const here = '/releases/{slug}'
const made = z.object({ id: shapes.id })

/** What comes with a release, who gets it, and what others wrote. */
export const recipientOperations: readonly Operation[] = [
  operation({
    id: 'chooseFiles',
    method: 'put',
    path: `${here}/kit`,
    tag,
    needs,
    summary: 'Which files of the issuers’ kits come with a release; every issuer approves anew.',
    body: z.strictObject({
      assetIds: z
        .array(shapes.id)
        .max(100)
        .meta({ examples: [['01939b1e-6c00-7000-8000-0123456789ab']] }),
      basedOn: z.int().min(1),
      reason: shapes.content.optional(),
    }),
    answers: z.object({ revision: z.int() }),
    refusals: refusalsOf<typeof chooseFiles>({
      'not-yours': true,
      withdrawn: true,
      'changed-meanwhile': true,
      'no-such-file': true,
      'nothing-changed': true,
      'reason-missing': true,
    }),
    run: (asked) =>
      withRelease(asked, ({ services, scope, id }) => {
        const { reason, ...choice } = asked.body
        return chooseFiles(services, scope, id, { ...choice, ...(reason ? { reason } : {}) })
      }),
  }),
  operation({
    id: 'offerPreview',
    method: 'post',
    path: `${here}/previews`,
    tag,
    needs,
    summary: 'Give a journalist a personal address under which to read, once they accepted the embargo.',
    body: z.strictObject({
      name: shapes.text(500, 'Ada Example'),
      outlet: shapes.text(500, 'The Example'),
      address: z.email().meta({ examples: ['ada@example.org'] }),
      locale: shapes.locale,
      timeZone: shapes.timeZone.refine(own.isKnownZone, 'No such zone'),
    }),
    status: 201,
    answers: made,
    refusals: refusalsOf<typeof offerPreview>({
      'not-yours': true,
      withdrawn: true,
      public: true,
      'not-offered': true,
      unapproved: true,
      'already-listed': true,
    }),
    run: (asked) => withRelease(asked, ({ services, scope, id }) => offerPreview(services, scope, id, asked.body)),
  }),
  operation({
    id: 'revokePreview',
    method: 'delete',
    path: `${here}/previews/{preview}`,
    tag,
    needs,
    summary: 'Close one journalist’s personal address at once.',
    answers: z.object({ revoked: z.literal(true) }),
    refusals: refusalsOf<typeof revokePreview>({ 'not-yours': true, 'no-such-preview': true }),
    run: (asked) =>
      withRelease(asked, ({ services, scope, id }) =>
        revokePreview(services, scope, id, own.uuidOr(asked.params['preview'])),
      ),
  }),
  operation({
    id: 'confirmDistribution',
    method: 'post',
    path: `${here}/distributions`,
    tag,
    needs,
    summary: 'Mail the release when it is lifted, or now if it is. Nobody gets it twice, even if this is sent twice.',
    body: z.strictObject({
      toAccredited: z.boolean().describe('To the accredited journalists of its event'),
      listIds: z
        .array(shapes.id)
        .max(50)
        .meta({ examples: [['01939b1e-6c00-7000-8000-0123456789ab']] }),
    }),
    status: 201,
    answers: made,
    refusals: refusalsOf<typeof confirmDistribution>({
      'not-yours': true,
      withdrawn: true,
      'no-such-list': true,
      'nobody-chosen': true,
      'no-such-event': true,
    }),
    run: (asked) =>
      withRelease(asked, ({ services, scope, id }) => confirmDistribution(services, scope, id, asked.body)),
  }),
  operation({
    id: 'cancelDistribution',
    method: 'delete',
    path: `${here}/distributions/{distribution}`,
    tag,
    needs,
    summary: 'Do not mail it after all, as long as it is not public.',
    answers: z.object({ cancelled: z.literal(true) }),
    refusals: refusalsOf<typeof cancelDistribution>({
      'not-yours': true,
      public: true,
      'no-such-distribution': true,
    }),
    run: (asked) =>
      withRelease(asked, ({ services, scope, id }) =>
        cancelDistribution(services, scope, id, own.uuidOr(asked.params['distribution'])),
      ),
  }),
  operation({
    id: 'reportClipping',
    method: 'post',
    path: `${here}/coverage`,
    tag,
    needs,
    summary: 'Add an article that others wrote about a public release.',
    body: z.strictObject({
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .meta({ examples: ['https://example.org/article'] }),
      outlet: shapes.text(500, 'The Example'),
      publishedOn: shapes.date,
      language: z
        .string()
        .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
        .meta({ examples: ['nl'] }),
      headline: shapes.text(500, 'Five clusters tie a knot'),
      shown: z.boolean().describe('Whether readers of the release see it'),
    }),
    status: 201,
    answers: made,
    refusals: refusalsOf<typeof reportClipping>({ 'not-yours': true, 'not-public': true, 'already-listed': true }),
    run: (asked) => withRelease(asked, ({ services, scope, id }) => reportClipping(services, scope, id, asked.body)),
  }),
  operation({
    id: 'removeClipping',
    method: 'delete',
    path: `${here}/coverage/{clipping}`,
    tag,
    needs,
    summary: 'Take an article off the list.',
    answers: z.object({ removed: z.literal(true) }),
    refusals: refusalsOf<typeof removeClipping>({ 'not-yours': true, 'no-such-clipping': true }),
    run: (asked) =>
      withRelease(asked, ({ services, scope, id }) =>
        removeClipping(services, scope, id, own.uuidOr(asked.params['clipping'])),
      ),
  }),
]
