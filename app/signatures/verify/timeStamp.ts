import type { Certificate } from 'pkijs'
import { TSTInfo } from 'pkijs'
import { type Bytes, equal, exactBuffer } from '../bytes.ts'
import { OID, asRead } from '../oids.ts'
import { type Chain, findChain } from './chain.ts'
import { type DigestAlgorithm, digestNamed, digestOf, readSignature } from './signedData.ts'
import { type Holder, holderOf } from './subjects.ts'

/** An RFC 3161 token whose own signature holds; whether anybody trusts its signer is `chain`'s to say. */
export type TimeStamp = {
  at: Date
  imprint: { algorithm: DigestAlgorithm; hash: Bytes }
  nonce: Bytes | null
  policy: string
  /** Made by a built-in service under our policy for trials. */
  trial: boolean
  service: Holder
  certificate: Certificate
  certificates: Certificate[]
  chain: Chain
  /** Length of the encoding; what follows it must be padding. */
  length: number
}

/** Null when it is no token, or when the token's signature does not hold. */
export async function readTimeStamp(
  token: Uint8Array,
  /** `at`: when the service's certificate must have been valid, e.g. the instant of a later time-stamp; the token's own when absent. */
  trust: { roots: readonly Certificate[]; pool: readonly Certificate[]; at?: Date },
): Promise<TimeStamp | null> {
  const signature = await readSignature(token)
  if (!signature?.holds || !signature.namesCertificate || !signature.content || signature.contentType !== OID.tstInfo)
    return null
  if (!equal(signature.messageDigest, await digestOf(signature.digestAlgorithm, signature.content))) return null
  const info = readInfo(signature.content)
  const algorithm = info && digestNamed(info.messageImprint.hashAlgorithm.algorithmId)
  if (!info || !algorithm) return null
  const chain = await findChain(signature.certificate, {
    pool: [...signature.certificates, ...trust.pool],
    roots: trust.roots,
    at: trust.at ?? info.genTime,
    purpose: 'timeStamping',
  })
  return {
    at: info.genTime,
    imprint: { algorithm, hash: new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView) },
    nonce: info.nonce ? new Uint8Array(info.nonce.valueBlock.valueHexView) : null,
    policy: info.policy,
    trial: info.policy === asRead(OID.trialTimeStamp),
    service: holderOf(signature.certificate),
    certificate: signature.certificate,
    certificates: signature.certificates,
    chain,
    length: signature.length,
  }
}

function readInfo(content: Uint8Array): TSTInfo | null {
  try {
    const info = TSTInfo.fromBER(exactBuffer(content))
    return Number.isNaN(info.genTime.getTime()) ? null : info
  } catch {
    return null
  }
}

export const stamps = async (stamp: TimeStamp, data: Uint8Array): Promise<boolean> =>
  equal(stamp.imprint.hash, await digestOf(stamp.imprint.algorithm, data))
