import type { SignatureReport } from './findings.ts'

/** The beginning of the file that the parties approved. */
export type Prefix = { length: number; sha256: string }

export type ApprovedPrefix = {
  /** What the seal's signed evidence names; null when there is no seal of ours, or it is broken. */
  prefix: Prefix | null
  /** What the reader's own record says. */
  expected: { length?: number; sha256?: string }
}

export function judgeApproved(
  signatures: readonly SignatureReport[],
  expected: { approvedSha256?: string; approvedLength?: number } | undefined,
): ApprovedPrefix {
  const seal = signatures.find(({ kind, level }) => kind === 'seal' && level !== 'fails')
  return {
    prefix: seal ? readPrefix(seal.evidence) : null,
    expected: {
      ...(expected?.approvedLength !== undefined && { length: expected.approvedLength }),
      ...(expected?.approvedSha256 !== undefined && { sha256: expected.approvedSha256 }),
    },
  }
}

/** `{ approved: { length, sha256 } }`, as `reserveAndSeal` signs it. */
function readPrefix(evidence: unknown): Prefix | null {
  if (typeof evidence !== 'object' || evidence === null || !('approved' in evidence)) return null
  const { approved } = evidence
  if (typeof approved !== 'object' || approved === null || !('length' in approved) || !('sha256' in approved))
    return null
  const { length, sha256 } = approved
  if (typeof length !== 'number' || !Number.isSafeInteger(length) || length <= 0 || typeof sha256 !== 'string')
    return null
  return { length, sha256 }
}
