import type { Bytes } from '../bytes.ts'
import { sha256 } from '../bytes.ts'
import { assembleCms, signedAttributes } from '../cms.ts'
import { generalizedTime, integer, octets, oid, randomSerial, sequence } from '../der.ts'
import { OID } from '../oids.ts'
import type { Signer } from '../signer.ts'

/** A time-stamp token (RFC 3161, 2.4.2): the service's signature over what was asked and the time it was asked at. */
export async function makeToken(
  signer: Signer,
  request: { imprint: Uint8Array; nonce?: Uint8Array; policy: string; at: Date },
): Promise<Bytes> {
  const info = sequence(
    integer(1),
    oid(request.policy),
    sequence(sequence(oid(OID.sha256)), octets(request.imprint)),
    integer(randomSerial()),
    generalizedTime(request.at),
    // Accuracy: one second, because the time is written in whole ones.
    sequence(integer(1)),
    ...(request.nonce ? [integer(request.nonce)] : []),
  )
  const { certificate, chain } = signer
  const attributes = await signedAttributes({ digest: await sha256(info), certificate, contentType: OID.tstInfo })
  const signature = await signer.sign(attributes)
  return assembleCms({ attributes, signature, certificate, chain, content: { type: OID.tstInfo, bytes: info } })
}
