import type { Anchor } from '../platform/audit/check.ts'
import { toHex } from '../signatures/bytes.ts'
import { readCertificate } from '../signatures/certificate.ts'
import { readTimeStamp } from '../signatures/verify/timeStamp.ts'
import type { Services } from '../web/env.ts'
import { trustedRoots } from './custody.ts'

/** Whether an anchor's time-stamp is genuine, made by a service whose root we trust, and speaks of the head it is kept for. */
export async function anchorChecker(
  services: Pick<Services, 'database' | 'config'>,
): Promise<(anchor: Anchor) => Promise<boolean>> {
  const roots = (await trustedRoots(services)).map(readCertificate)
  return async (anchor) => {
    const stamp = await readTimeStamp(anchor.token, { roots, pool: [] })
    return stamp !== null && !('failed' in stamp.chain) && toHex(stamp.imprint.hash) === anchor.hash
  }
}
