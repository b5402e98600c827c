import { z } from 'zod'
import { connectionOf, overLimit } from '../accounts/limits.ts'
import { type Verification, verifyFile, verifyStored } from '../agreements/verifying.ts'
import { operation, type Operation } from '../api/operation.ts'
import * as shapes from '../api/shapes.ts'
import { errorPage } from '../web/errors.tsx'
import type { Web } from '../web/env.ts'
import { readableAgreement } from './queries.ts'

const tag = 'verification'
const answers = z.object({
  file: shapes.done.describe('What the file itself says: level, signatures, findings with stable codes'),
  reference: shapes.reference.nullable().describe('The agreement here that the file belongs to'),
  revision: z.enum(['newest', 'earlier', 'none']),
  record: shapes.done.nullable().describe('The activity record, recomputed'),
})

const present = ({ file, agreement, revision, record }: Verification) => ({
  file,
  reference: agreement?.reference ?? null,
  revision,
  record,
})

/** Checking costs the server something, so a connection may do it so often only. */
async function tooOften(c: Web): Promise<Response | null> {
  const minutes = await overLimit(c.var.services, 'check-from-connection', connectionOf(c))
  return minutes ? errorPage(c, 'tooMany', { minutes }) : null
}

export const verificationOperations: readonly Operation[] = [
  operation({
    id: 'verifyFile',
    method: 'post',
    path: '/verifications',
    tag,
    needs: 'public',
    summary: 'Check a signed PDF: the body is the file itself, as application/pdf, up to 30 MB. It is not kept.',
    answers,
    async run({ c }) {
      const { services, scope } = c.var
      return (
        (await tooOften(c)) ?? present(await verifyFile(services, scope, new Uint8Array(await c.req.arrayBuffer())))
      )
    },
  }),
  operation({
    id: 'verifyAgreement',
    method: 'get',
    path: '/agreements/{reference}/verification',
    tag,
    needs: 'public',
    summary: 'Check the newest document kept here of an agreement that is public or one’s own.',
    answers,
    async run({ c, params }) {
      const { services, scope } = c.var
      const agreement = await readableAgreement(
        services.database.db,
        scope,
        params['reference'] ?? '',
        services.clock.now(),
      )
      if (!agreement) return null
      const refused = await tooOften(c)
      if (refused) return refused
      const verification = await verifyStored(services, scope, agreement)
      return verification && present(verification)
    },
  }),
]
