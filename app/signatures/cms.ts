import { type Bytes, concat, sha256 } from './bytes.ts'
import { ecdsaWithSha256, readCertificate } from './certificate.ts'
import { context, integer, octets, oid, sequence, setOf, tlv } from './der.ts'
import { rawToDer } from './ecdsa.ts'
import { OID } from './oids.ts'

/** What the signer is asked to sign: bytes that stand for the document, the signer's certificate and the evidence at once. */
export type SignedAttributes = Bytes

/**
 * The signed attributes of PAdES-B (EN 319 142-1, 6.3): content type, document digest, the signer's certificate (RFC 5035), and
 * evidence when given. No signing time: PAdES forbids it beside the dictionary's `/M`.
 */
export async function signedAttributes(parts: {
  /** SHA-256 of the bytes that the signature covers. */
  digest: Uint8Array
  certificate: Uint8Array
  contentType?: string
  /** UTF-8 JSON. */
  evidence?: Uint8Array
}): Promise<SignedAttributes> {
  const certificateHash = await sha256(parts.certificate)
  return setOf(
    attribute(OID.contentType, oid(parts.contentType ?? OID.data)),
    attribute(OID.messageDigest, octets(parts.digest)),
    attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(certificateHash))))),
    ...(parts.evidence === undefined ? [] : [attribute(OID.evidence, octets(parts.evidence))]),
  )
}

const attribute = (type: string, value: Uint8Array): Bytes => sequence(oid(type), setOf(value))

/** SignedData (RFC 5652) in its ContentInfo. `content` is absent when the signature is detached, as in a PDF. */
export function assembleCms(parts: {
  attributes: SignedAttributes
  /** r ‖ s over `attributes`. */
  signature: Uint8Array
  certificate: Uint8Array
  chain: readonly Uint8Array[]
  content?: { type: string; bytes: Uint8Array }
  /** DER of the time-stamp token over the signature's value. */
  timeStamp?: Uint8Array
}): Bytes {
  const digestAlgorithm = sequence(oid(OID.sha256))
  const unsigned = parts.timeStamp ? [context(1, attribute(OID.signatureTimeStamp, parts.timeStamp))] : []
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(parts.certificate),
    digestAlgorithm,
    asContextZero(parts.attributes),
    ecdsaWithSha256(),
    octets(rawToDer(parts.signature)),
    ...unsigned,
  )
  const { content } = parts
  const encapsulated = content
    ? sequence(oid(content.type), context(0, octets(content.bytes)))
    : sequence(oid(OID.data))
  const signedData = sequence(
    integer(content ? 3 : 1),
    setOf(digestAlgorithm),
    encapsulated,
    context(0, parts.certificate, ...parts.chain),
    setOf(signerInfo),
  )
  return sequence(oid(OID.signedData), context(0, signedData))
}

/** What a signature time-stamp stamps: the signature's value as it stands in the CMS (RFC 3161, appendix A). */
export const signatureValue = (raw: Uint8Array): Bytes => rawToDer(raw)

/** In the SignerInfo the set is tagged [0]; it was signed as a SET (RFC 5652, 5.4). */
const asContextZero = (attributes: SignedAttributes): Bytes => concat([Uint8Array.of(0xa0), attributes.subarray(1)])

function issuerAndSerial(certificate: Uint8Array): Bytes {
  const { issuer, serialNumber } = readCertificate(certificate)
  return sequence(
    new Uint8Array(issuer.valueBeforeDecode),
    tlv(0x02, new Uint8Array(serialNumber.valueBlock.valueHexView)),
  )
}
