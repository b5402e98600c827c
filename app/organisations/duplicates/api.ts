import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { isId } from '../../platform/ids.ts'
import { listCluster } from '../lists.ts'
import { answers, decideDuplicate } from './deciding.ts'
import { reasonCodes } from './detection/comparing.ts'
import { countOpenPairs, openPairs, type Side } from './queries.ts'

const tag = 'members'
const side = z.object({
  slug: shapes.slug,
  name: shapes.nameContent,
  country: shapes.country,
  numbers: z.array(z.string()),
})
const told = ({ slug, name, country, numbers }: Side) => ({ slug, name, country, numbers })

/** Members that may be entered twice, and what their office says to it. */
export const duplicateOperations: readonly Operation[] = [
  operation({
    id: 'readDuplicates',
    method: 'get',
    path: '/duplicates/{cluster}',
    tag,
    needs: 'members:read',
    summary: 'Pairs of members that may be one, the surest first, with what speaks for it and against it.',
    answers: z.object({
      total: z.int(),
      pairs: z.array(
        z.object({
          id: shapes.id,
          score: z.int().describe('In hundredths'),
          reasons: z.array(z.enum(reasonCodes)),
          mayMerge: z.boolean().describe('Whether both stand on lists that the asker keeps'),
          one: side,
          other: side,
        }),
      ),
    }),
    async run({ c, params }) {
      const { scope, services } = c.var
      const { db } = services.database
      const now = services.clock.now()
      const cluster = await listCluster(db, scope, params['cluster'] ?? '')
      if (!cluster) return null
      const pairs = await openPairs(db, scope, cluster, now, 0)
      return {
        total: await countOpenPairs(db, scope, cluster, now),
        pairs: pairs.map(({ one, other, ...pair }) => ({ ...pair, one: told(one), other: told(other) })),
      }
    },
  }),
  operation({
    id: 'decideDuplicate',
    method: 'post',
    path: '/duplicates/{cluster}/{pair}',
    tag,
    needs: 'members:write',
    summary: 'Say which of the two stays, that they are not the same, or take back what was said.',
    body: z.strictObject({ answer: z.enum(answers) }),
    answers: z.object({
      decided: z.enum(answers),
      kept: z.int().describe('What was written since a merge, and so stays'),
    }),
    refusals: refusalsOf<typeof decideDuplicate>({
      'no-such-pair': true,
      'decided-already': true,
      'not-decided': true,
      'gone-meanwhile': true,
      'not-both-yours': true,
      'in-use': true,
      'merged-since': true,
    }),
    async run({ c, params, body }) {
      const { scope, services } = c.var
      const cluster = await listCluster(services.database.db, scope, params['cluster'] ?? '')
      if (!cluster || !isId(params['pair'] ?? '')) return null
      return decideDuplicate(services, scope, cluster, { proposalId: params['pair']!, answer: body.answer })
    },
  }),
]
