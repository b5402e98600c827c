import type { Clock } from '../../platform/clock.ts'
import { type Authority, issueCertificate } from '../authority.ts'
import { readCertificate } from '../certificate.ts'
import { signRaw } from '../ecdsa.ts'
import { OID } from '../oids.ts'
import { makeOneTimeKey } from '../oneTimeKey.ts'
import type { Signer } from '../signer.ts'
import type { Stamp, TimestampService } from './service.ts'
import { makeToken } from './token.ts'

const YEAR = 365 * 24 * 60 * 60 * 1000
const MONTH = YEAR / 12

/**
 * A time-stamp service inside the installation, for trials: it attests the installation's own clock. Its key lives in this process
 * only; a new one is certified each month, for ten years or as long as the authority lives.
 */
export function builtInTimestampService(
  authority: Authority,
  clock: Clock,
  crlUrl: string | null = null,
): TimestampService {
  let current: { signer: Promise<Signer>; until: Date } | null = null
  const signerAt = (at: Date): Promise<Signer> => {
    if (!current || at >= current.until || at.getTime() < current.until.getTime() - MONTH) {
      current = { signer: makeSigner(authority, at, crlUrl), until: new Date(at.getTime() + MONTH) }
    }
    return current.signer
  }
  return {
    name: 'Musubi trial time-stamp',
    trial: true,
    async stamp(sha256: Uint8Array): Promise<Stamp> {
      const at = new Date(Math.floor(clock.now().getTime() / 1000) * 1000)
      return { token: await makeToken(await signerAt(at), { imprint: sha256, policy: OID.trialTimeStamp, at }), at }
    },
  }
}

async function makeSigner(authority: Authority, at: Date, crlUrl: string | null): Promise<Signer> {
  const { privateKey, publicKey } = await makeOneTimeKey()
  const end = Math.min(at.getTime() + 10 * YEAR, readCertificate(authority.certificate).notAfter.value.getTime())
  const certificate = await issueCertificate(authority, {
    publicKey,
    subject: {
      commonName: 'Trial time-stamp',
      organisation: 'Musubi',
      organisationalUnit: 'Not an accredited service',
    },
    validFrom: new Date(at.getTime() - 60_000),
    validUntil: new Date(end),
    crlUrl,
    use: 'timestamp',
  })
  return { certificate, chain: [authority.certificate], sign: (data) => signRaw(privateKey, data) }
}
