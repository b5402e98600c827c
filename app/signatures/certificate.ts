import { Certificate } from 'pkijs'
import { type Bytes, exactBuffer, plain } from './bytes.ts'
import {
  bits,
  boolean,
  context,
  contextPrimitive,
  integer,
  octets,
  oid,
  randomSerial,
  sequence,
  time,
  tlv,
} from './der.ts'
import { P256, rawToDer, signRaw } from './ecdsa.ts'
import { uriName } from './names.ts'
import { OID } from './oids.ts'

/** What goes into a certificate's signed part (RFC 5280, 4.1.2); names and keys as DER. */
export type CertificateParts = {
  issuer: Uint8Array
  subject: Uint8Array
  publicKey: Bytes
  validFrom: Date
  validUntil: Date
  extensions: Uint8Array[]
}

export async function signCertificate(parts: CertificateParts, issuerKey: CryptoKey): Promise<Bytes> {
  const toBeSigned = sequence(
    context(0, integer(2)),
    integer(randomSerial()),
    ecdsaWithSha256(),
    parts.issuer,
    sequence(time(parts.validFrom), time(parts.validUntil)),
    parts.subject,
    parts.publicKey,
    context(3, sequence(...parts.extensions)),
  )
  return signedBy(toBeSigned, issuerKey)
}

/** The frame that certificates and revocation lists share: content, algorithm, signature. */
export async function signedBy(toBeSigned: Uint8Array, key: CryptoKey): Promise<Bytes> {
  return sequence(toBeSigned, ecdsaWithSha256(), bits(rawToDer(await signRaw(key, toBeSigned))))
}

export const ecdsaWithSha256 = (): Bytes => sequence(oid(OID.ecdsaWithSha256))

export const readCertificate = (der: Uint8Array): Certificate => Certificate.fromBER(exactBuffer(der))

/** The subject's name exactly as that certificate has it. */
export const subjectOf = (certificate: Certificate): Bytes => new Uint8Array(certificate.subject.valueBeforeDecode)

/**
 * The SubjectPublicKeyInfo of a P-256 key, from a key or from its bytes as a browser sent them. Throws DataError (WebCrypto) when the
 * bytes are no point of the curve.
 */
export async function p256PublicKey(key: CryptoKey | Uint8Array): Promise<Bytes> {
  const imported =
    key instanceof Uint8Array ? await crypto.subtle.importKey('spki', plain(key), P256, true, ['verify']) : key
  return new Uint8Array(await crypto.subtle.exportKey('spki', imported))
}

/** SHA-1 of the key's bits, the customary name of a key (RFC 5280, 4.2.1.2); an identifier, not a protection. */
export async function keyIdentifier(publicKey: Uint8Array): Promise<Bytes> {
  // The last 65 bytes of a P-256 SubjectPublicKeyInfo are the uncompressed point.
  return new Uint8Array(await crypto.subtle.digest('SHA-1', plain(publicKey.slice(-65))))
}

const extension = (type: string, critical: boolean, value: Uint8Array): Bytes =>
  sequence(oid(type), ...(critical ? [boolean(true)] : []), octets(value))

export const authorityConstraints = (): Bytes =>
  extension(OID.basicConstraints, true, sequence(boolean(true), integer(0)))

export const notAnAuthority = (): Bytes => extension(OID.basicConstraints, true, sequence())

const USAGES = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 } as const

export function keyUsage(...usages: (keyof typeof USAGES)[]): Bytes {
  const highest = Math.max(...usages.map((usage) => USAGES[usage]))
  const octet = usages.reduce((sum, usage) => sum | (0x80 >> USAGES[usage]), 0)
  return extension(OID.keyUsage, true, bits(Uint8Array.of(octet), 7 - highest))
}

export const extendedKeyUsage = (critical: boolean, ...purposes: string[]): Bytes =>
  extension(OID.extendedKeyUsage, critical, sequence(...purposes.map(oid)))

export const subjectKey = (identifier: Uint8Array): Bytes =>
  extension(OID.subjectKeyIdentifier, false, octets(identifier))

export const authorityKey = (identifier: Uint8Array): Bytes =>
  extension(OID.authorityKeyIdentifier, false, sequence(contextPrimitive(0, identifier)))

export const crlDistributionPoint = (url: string): Bytes =>
  extension(OID.crlDistributionPoints, false, sequence(sequence(context(0, context(0, uriName(url))))))

export const crlNumber = (number: number): Bytes => extension(OID.crlNumber, false, integer(number))

export const crlReason = (reason: number): Bytes => extension(OID.crlReason, false, tlv(0x0a, Uint8Array.of(reason)))
