import { installationAuthority } from '../agreements/custody.ts'
import { toPem } from '../signatures/pem.ts'
import { issueRevocationList } from '../signatures/revocationList.ts'
import type { Services } from '../web/env.ts'

/** The installation's root certificate, for whoever wants to check signatures elsewhere. */
export const rootPem = async (services: Services): Promise<string> =>
  toPem('CERTIFICATE', (await installationAuthority(services)).certificate)

const HOUR = 60 * 60 * 1000

type Issued = { at: Date; list: Promise<Uint8Array> }
const issued = new WeakMap<Services, Issued>()

/**
 * The list of revoked certificates as DER. Signed anew once an hour, not at every request: signing is work that anybody could ask for.
 * Nobody is on it, since a one-time key ends with its signature; validators want the list all the same.
 */
export function revocationList(services: Services): Promise<Uint8Array> {
  const now = services.clock.now()
  const last = issued.get(services)
  if (last && Math.abs(now.getTime() - last.at.getTime()) < HOUR) return last.list
  const list = installationAuthority(services).then((authority) =>
    issueRevocationList(authority, { at: now, revoked: [] }),
  )
  issued.set(services, { at: now, list })
  list.catch(() => issued.delete(services))
  return list
}
