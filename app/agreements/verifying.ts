import type { Scope } from '../accounts/scope.ts'
import type { KnownHead, Report } from '../platform/audit/check.ts'
import { verifyChain } from '../platform/audit/verify.ts'
import { getBlob } from '../platform/storage/blobs.ts'
import type { VerificationReport } from '../signatures/verify/findings.ts'
import { verifyPdf } from '../signatures/verify/verifyPdf.ts'
import type { Services } from '../web/env.ts'
import type { Agreement } from './agreement.ts'
import { assembleAgreement } from './assembling.ts'
import { trustedRoots } from './custody.ts'
import { anchorChecker } from './recordChecking.ts'
import { signatorySubject } from './wording.ts'

export type Verification = {
  /** What the file says, checked without believing this installation's database. */
  file: VerificationReport
  /** The agreement of this installation that the file belongs to, if it is one of ours. */
  agreement: Agreement | null
  /** Whether these exact bytes are the newest revision, an earlier one, or none that we made. */
  revision: 'newest' | 'earlier' | 'none'
  /** What the activity record says when it is recomputed and held against the heads in the file and the time-stamps. */
  record: Report | null
}

/**
 * Verifies any file. Whoever holds it may ask: everything said about the agreement beyond the file's own content is whether it
 * is ours and whether the record behind it is whole.
 */
export async function verifyFile(services: Services, _scope: Scope, bytes: Uint8Array): Promise<Verification> {
  const roots = await trustedRoots(services)
  const now = services.clock.now()
  const first = await verifyPdf(bytes, { roots, now })
  const agreement = await agreementOf(services, first, now)
  if (!agreement) return { file: first, agreement: null, revision: 'none', record: null }
  const file = await verifyPdf(bytes, { roots, now, expected: expectedOf(agreement, first.sha256) })
  return {
    file,
    agreement,
    revision: revisionOf(agreement, file.sha256),
    record: await verifyRecord(services, agreement, headsIn(file)),
  }
}

/** Verifies the newest revision that this installation keeps of an agreement. Null while there is no document. */
export async function verifyStored(
  services: Services,
  scope: Scope,
  agreement: Agreement,
): Promise<Verification | null> {
  const newest = agreement.documents.at(-1)
  const blob = newest && (await getBlob(services.database.db, newest.sha256))
  return blob ? verifyFile(services, scope, blob.bytes) : null
}

/** By the digest of the whole file, else by the approved text that the file's own seal names. */
async function agreementOf(services: Services, report: VerificationReport, now: Date): Promise<Agreement | null> {
  const digests = [
    report.sha256,
    ...report.findings.flatMap((finding) => ('sha256' in finding ? [finding.sha256] : [])),
  ]
  const found = await services.database.db
    .selectFrom('agreement_document')
    .select('agreement_id')
    .where('sha256', 'in', digests)
    .executeTakeFirst()
  return found ? assembleAgreement(services.database.db, found.agreement_id, now) : null
}

/**
 * What the record says the file must be. An earlier revision is held to those who had signed by then; a file that we never made is held to all
 * who have signed until now.
 */
function expectedOf(agreement: Agreement, sha256: string) {
  const approved = agreement.documents.find((document) => document.kind === 'approved')
  const revision =
    agreement.documents.find((document) => document.sha256 === sha256)?.revision ?? Number.POSITIVE_INFINITY
  const signedBy = agreement.documents
    .filter((document) => document.kind === 'signed' && document.revision <= revision)
    .map((document) => document.facts['field'])
  return {
    ...(approved ? { approvedSha256: approved.sha256 } : {}),
    signatories: agreement.signatories
      .filter((signatory) => signedBy.includes(signatory.field))
      .map((signatory) => {
        const { commonName, organisation } = signatorySubject(agreement, signatory)
        return { field: signatory.field, commonName, organisation }
      }),
  }
}

function revisionOf(agreement: Agreement, sha256: string): Verification['revision'] {
  if (agreement.documents.at(-1)?.sha256 === sha256) return 'newest'
  return agreement.documents.some((document) => document.sha256 === sha256) ? 'earlier' : 'none'
}

/** Each signature carries the record's head as it was then: a record rewritten afterwards no longer contains them. */
export function headsIn(report: VerificationReport): KnownHead[] {
  // What stands in a broken signature is anybody's word.
  return report.signatures.flatMap(({ evidence, level }) => {
    if (level === 'fails') return []
    const head = (evidence as { record?: { seq?: unknown; hash?: unknown } } | null)?.record
    return head && typeof head.seq === 'number' && typeof head.hash === 'string'
      ? [{ seq: head.seq, hash: head.hash }]
      : []
  })
}

/** Recomputes the record and holds it against heads known from outside and against its time-stamps. */
export async function verifyRecord(
  services: Services,
  agreement: Pick<Agreement, 'id'>,
  anchors: KnownHead[],
): Promise<Report> {
  const checkToken = await anchorChecker(services)
  return verifyChain(services.database.db, { kind: 'agreement', id: agreement.id }, { anchors, checkToken })
}
