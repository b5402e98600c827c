import type { Web } from '../../../web/env.ts'
import type { ProofType } from '../tables.ts'

const endings: Record<ProofType, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

/**
 * A stranger's file, shown to the press office: as what its bytes are, under a name of ours, never guessed at, never kept by a cache, and
 * with a policy of its own that lets it run and load nothing. Only this site's own pages may frame it.
 */
export function showProof(c: Web, { bytes, type }: { bytes: Uint8Array; type: ProofType }): Response {
  const own = {
    'content-type': type,
    'content-disposition': `inline; filename="proof.${endings[type]}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  }
  return c.body(new Uint8Array(bytes), 200, own)
}
