import { connectionOf, overLimit } from '../accounts/limits.ts'
import { type Verification, verifyFile, verifyStored } from '../agreements/verifying.ts'
import { operation, type Operation } from '../api/operation.ts'
import type { Refused } from '../api/refusing.ts'
import { BlobDamaged } from '../platform/storage/blobs.ts'
import type { Web } from '../web/env.ts'
import { verification } from './api/shapes.ts'
import { readableAgreement } from './queries.ts'
import { readReference } from './reference.ts'
import { resultOf } from './result.ts'

const tag = 'verification'

function present(outcome: Verification) {
  const { judgement, file, agreement, revision, record } = resultOf(outcome)
  return {
    ...judgement,
    file,
    reference: agreement?.reference ?? null,
    revision,
    record: record && presentRecord(record),
  }
}

const presentRecord = ({ sound, rows, head, anchoredTo, findings }: NonNullable<Verification['record']>) => ({
  sound,
  rows,
  head,
  anchoredTo,
  findings,
})

/** Checking costs the server something, so a connection may do it so often only. */
async function tooOften(c: Web): Promise<Refused | null> {
  const minutes = await overLimit(c.var.services, 'check-from-connection', connectionOf(c))
  return minutes ? { refused: 'too-often', minutes } : null
}

/** Checking signed files by program: anybody's file, and the documents kept here. */
export const verificationOperations: readonly Operation[] = [
  operation({
    id: 'verifyFile',
    method: 'post',
    path: '/verifications',
    tag,
    needs: 'public',
    summary: 'Check a signed PDF: the body is the file itself, up to 30 MB. It is not kept.',
    body: 'application/pdf',
    answers: verification,
    refusals: ['too-often'],
    async run({ c }) {
      const refused = await tooOften(c)
      if (refused) return refused
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return present(await verifyFile(c.var.services, c.var.scope, bytes))
    },
  }),
  operation({
    id: 'verifyAgreement',
    method: 'get',
    path: '/agreements/{reference}/verification',
    tag,
    needs: 'public',
    summary: 'Check the newest document kept here of an agreement that is public or one’s own.',
    answers: verification,
    refusals: ['too-often', 'document-damaged'],
    async run({ c, params }) {
      const { services, scope } = c.var
      const reference = readReference(params['reference'] ?? '') ?? ''
      const agreement = await readableAgreement(services.database.db, scope, reference, services.clock.now())
      if (!agreement) return null
      const refused = await tooOften(c)
      if (refused) return refused
      try {
        const outcome = await verifyStored(services, scope, agreement)
        return outcome && present(outcome)
      } catch (error) {
        if (!(error instanceof BlobDamaged)) throw error
        return { refused: 'document-damaged' }
      }
    },
  }),
]
