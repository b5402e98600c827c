import * as asn1js from 'asn1js'
import {
  type Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
  Certificate as X509,
  getCrypto,
} from 'pkijs'
import { type Bytes, equal, exactBuffer, plain } from '../bytes.ts'
import { OID, asRead } from '../oids.ts'

/** A CMS signature taken apart (RFC 5652), with what can be said of it alone. */
export type ReadSignature = {
  certificate: Certificate
  /** All certificates that travelled along, the signer's included. */
  certificates: Certificate[]
  contentType: string
  content: Bytes | null
  digestAlgorithm: DigestAlgorithm
  messageDigest: Bytes
  /** The signature's value, which a time-stamp stamps. */
  value: Bytes
  /** The signature over the signed attributes is the certificate's key's. */
  holds: boolean
  /** The signed attributes name this very certificate. */
  namesCertificate: boolean
  hasSigningTime: boolean
  /** As signed: UTF-8 JSON, if all is well. */
  evidence: Bytes | null
  timeStamp: Bytes | null
  /** Length of the encoding; what follows it must be padding. */
  length: number
}

export type DigestAlgorithm = 'SHA-256' | 'SHA-384' | 'SHA-512'

const DIGESTS = new Map<string, DigestAlgorithm>([
  ['2.16.840.1.101.3.4.2.1', 'SHA-256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
])

export const digestNamed = (oid: string): DigestAlgorithm | null => DIGESTS.get(oid) ?? null

export const digestOf = async (algorithm: DigestAlgorithm | 'SHA-1', data: Uint8Array): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(algorithm, plain(data)))

/** The longest signatures in use, with their time-stamp chains, have some thirty thousand bytes. */
const MAX_LENGTH = 256 * 1024

/** Null when the bytes are no signature with exactly one signer, signed attributes and a digest we trust. */
export async function readSignature(der: Uint8Array): Promise<ReadSignature | null> {
  if (der.length > MAX_LENGTH) return null
  try {
    return await read(der)
  } catch {
    // The parsing library throws in many ways on bytes that are not what they claim; all mean the same.
    return null
  }
}

async function read(der: Uint8Array): Promise<ReadSignature | null> {
  const outer = asn1js.fromBER(exactBuffer(der))
  if (outer.offset === -1) return null
  const info = new ContentInfo({ schema: outer.result })
  if (info.contentType !== OID.signedData) return null
  const signed = new SignedData({ schema: info.content })
  const certificates = (signed.certificates ?? []).filter((item): item is Certificate => item instanceof X509)
  const [signer, second] = signed.signerInfos
  if (!signer?.signedAttrs || second) return null
  const certificate = certificates.find((candidate) => isSigner(candidate, signer))
  const digestAlgorithm = digestNamed(signer.digestAlgorithm.algorithmId)
  const attributes = attributesOf(signer.signedAttrs.attributes)
  const messageDigest = octetsOf(attributes.get(OID.messageDigest))
  const contentType = attributes.get(OID.contentType)
  if (!certificate || !digestAlgorithm || !messageDigest || !(contentType instanceof asn1js.ObjectIdentifier))
    return null
  if (contentType.valueBlock.toString() !== signed.encapContentInfo.eContentType) return null
  return {
    certificate,
    certificates,
    contentType: signed.encapContentInfo.eContentType,
    content: octetsOf(signed.encapContentInfo.eContent ?? undefined),
    digestAlgorithm,
    messageDigest,
    value: new Uint8Array(signer.signature.valueBlock.valueHexView),
    holds: await signatureHolds(signer, certificate, digestAlgorithm),
    namesCertificate: await namesCertificate(attributes, certificate),
    hasSigningTime: attributes.has(OID.signingTime),
    evidence: octetsOf(attributes.get(asRead(OID.evidence))),
    timeStamp: timeStampOf(signer),
    length: outer.offset,
  }
}

function isSigner(certificate: Certificate, signer: SignerInfo): boolean {
  if (!(signer.sid instanceof IssuerAndSerialNumber)) return false
  return (
    equal(new Uint8Array(certificate.issuer.valueBeforeDecode), new Uint8Array(signer.sid.issuer.valueBeforeDecode)) &&
    certificate.serialNumber.isEqual(signer.sid.serialNumber)
  )
}

/** Each type once, with exactly one value: twofold attributes let two readers see two signatures. */
function attributesOf(attributes: { type: string; values: unknown[] }[]): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const { type, values } of attributes) {
    if (found.has(type) || values.length !== 1) throw new RangeError('an attribute twice')
    found.set(type, values[0])
  }
  return found
}

function octetsOf(value: unknown): Bytes | null {
  return value instanceof asn1js.OctetString ? new Uint8Array(value.getValue()) : null
}

function timeStampOf(signer: SignerInfo): Bytes | null {
  const found = signer.unsignedAttrs?.attributes.find(({ type }) => type === OID.signatureTimeStamp)
  const value: unknown = found?.values[0]
  return value instanceof asn1js.BaseBlock ? new Uint8Array(value.valueBeforeDecodeView) : null
}

async function signatureHolds(signer: SignerInfo, certificate: Certificate, digest: DigestAlgorithm): Promise<boolean> {
  try {
    return await getCrypto(true).verifyWithPublicKey(
      signer.signedAttrs!.encodedValue,
      signer.signature,
      certificate.subjectPublicKeyInfo,
      signer.signatureAlgorithm,
      digest,
    )
  } catch {
    // An algorithm or a key that WebCrypto does not take cannot be vouched for.
    return false
  }
}

/** ESS signing-certificate-v2 (RFC 5035), or the first version with SHA-1, which many time-stamp services still send. */
async function namesCertificate(attributes: Map<string, unknown>, certificate: Certificate): Promise<boolean> {
  const der = new Uint8Array(certificate.toSchema().toBER())
  const second = firstCertificateId(attributes.get(OID.signingCertificateV2))
  if (second) {
    const [head, next] = second
    const [algorithm, hash] =
      head instanceof asn1js.Sequence ? [digestIn(head), octetsOf(next)] : ['SHA-256' as const, octetsOf(head)]
    return algorithm !== null && hash !== null && equal(hash, await digestOf(algorithm, der))
  }
  const first = octetsOf(firstCertificateId(attributes.get(OID.signingCertificate))?.[0])
  return first !== null && equal(first, await digestOf('SHA-1', der))
}

function firstCertificateId(attribute: unknown): unknown[] | null {
  let current = attribute
  for (let level = 0; level < 2; level++) {
    if (!(current instanceof asn1js.Sequence)) return null
    current = current.valueBlock.value[0]
  }
  return current instanceof asn1js.Sequence ? current.valueBlock.value : null
}

function digestIn(algorithm: asn1js.Sequence): DigestAlgorithm | null {
  const [oid] = algorithm.valueBlock.value
  return oid instanceof asn1js.ObjectIdentifier ? digestNamed(oid.valueBlock.toString()) : null
}
