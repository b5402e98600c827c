import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { draftRelease, type ReleaseDraft } from '../drafting.ts'
import * as own from './shapes.ts'

const tag = 'press'
const needs = 'press:write'

export const draftingOperations: readonly Operation[] = [
  operation({
    id: 'draftRelease',
    method: 'post',
    path: '/releases',
    tag,
    needs,
    summary: 'Begin a release for one’s own organisation and others. Sent twice, it begins two.',
    body: own.draft,
    status: 201,
    answers: z.object({ id: shapes.id, slug: shapes.slug }),
    refusals: refusalsOf<typeof draftRelease>({
      'not-yours': true,
      'no-languages': true,
      'lead-not-an-issuer': true,
      'no-such-organisation': true,
      'original-missing': true,
      'nothing-to-say': true,
      'no-such-event': true,
      'no-such-agreement': true,
      'no-agreement': true,
    }),
    run: ({ c, body }) => draftRelease(c.var.services, c.var.scope, body as ReleaseDraft),
  }),
]
