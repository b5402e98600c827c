import { installationAuthority } from '../agreements/custody.ts'
import { sha256, toHex } from '../signatures/bytes.ts'
import type { Services } from '../web/env.ts'

/** SHA-256 of the installation's root certificate, in hexadecimal: what a reader compares with what reached them another way. */
export const rootFingerprint = async (services: Services): Promise<string> =>
  toHex(await sha256((await installationAuthority(services)).certificate))
