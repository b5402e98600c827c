import type { Bytes } from './bytes.ts'
import {
  authorityConstraints,
  authorityKey,
  crlDistributionPoint,
  extendedKeyUsage,
  keyIdentifier,
  keyUsage,
  notAnAuthority,
  p256PublicKey,
  readCertificate,
  signCertificate,
  subjectKey,
  subjectOf,
} from './certificate.ts'
import { DEMONSTRATION } from './demonstration.ts'
import { P256 } from './ecdsa.ts'
import { type Subject, encodeName } from './names.ts'
import { OID } from './oids.ts'
import { fromPem, toPem } from './pem.ts'

/** An installation's own certification authority. Whoever holds `privateKey` can vouch for anybody: its keeping is the caller's. */
export type Authority = { certificate: Bytes; privateKey: CryptoKey }

/**
 * Makes a P-256 key and a self-signed root for it. The key is extractable, so that it can be stored once with `exportAuthority`;
 * an imported one is not.
 */
export async function createAuthority(wish: {
  name: Subject
  validFrom: Date
  validUntil: Date
  demonstration?: boolean
}): Promise<Authority> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(P256, true, ['sign', 'verify'])
  const spki = await p256PublicKey(publicKey)
  const name = encodeName(wish.demonstration ? { ...wish.name, organisationalUnit: DEMONSTRATION } : wish.name)
  const certificate = await signCertificate(
    {
      issuer: name,
      subject: name,
      publicKey: spki,
      validFrom: wish.validFrom,
      validUntil: wish.validUntil,
      extensions: [authorityConstraints(), keyUsage('keyCertSign', 'cRLSign'), subjectKey(await keyIdentifier(spki))],
    },
    privateKey,
  )
  return { certificate, privateKey }
}

/** The root as PEM, and its key as unencrypted PKCS#8 PEM: for a secret store only. Throws when the key was imported. */
export async function exportAuthority(
  authority: Authority,
): Promise<{ certificatePem: string; privateKeyPem: string }> {
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', authority.privateKey))
  return { certificatePem: toPem('CERTIFICATE', authority.certificate), privateKeyPem: toPem('PRIVATE KEY', pkcs8) }
}

/** Throws RangeError on text that is no PEM, or when the key is not the certificate's. */
export async function importAuthority(pem: { certificatePem: string; privateKeyPem: string }): Promise<Authority> {
  const certificate = fromPem('CERTIFICATE', pem.certificatePem)
  const privateKey = await crypto.subtle.importKey('pkcs8', fromPem('PRIVATE KEY', pem.privateKeyPem), P256, false, [
    'sign',
  ])
  if (!(await belongTogether(certificate, privateKey)))
    throw new RangeError('this key does not belong to this certificate')
  return { certificate, privateKey }
}

async function belongTogether(certificate: Bytes, privateKey: CryptoKey): Promise<boolean> {
  const probe = new TextEncoder().encode('one key?')
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = await crypto.subtle.sign(algorithm, privateKey, probe)
  return crypto.subtle.verify(algorithm, await readCertificate(certificate).getPublicKey(), signature, probe)
}

export type CertificateUse = 'signatory' | 'seal' | 'timestamp'

export type CertificateWish = {
  /** A P-256 key, or its SubjectPublicKeyInfo as the signatory's browser exported it. */
  publicKey: CryptoKey | Uint8Array
  subject: Subject
  validFrom: Date
  validUntil: Date
  /** Where the authority's revocation list can be fetched; without it validators pass a revoked signer, so null is for trials. */
  crlUrl: string | null
  use: CertificateUse
}

/** The DER of a certificate for somebody's key. Throws RangeError on names and addresses that cannot stand in one. */
export async function issueCertificate(authority: Authority, wish: CertificateWish): Promise<Bytes> {
  const issuer = readCertificate(authority.certificate)
  const issuerKey = await p256PublicKey(await issuer.getPublicKey())
  const publicKey = await p256PublicKey(wish.publicKey)
  return signCertificate(
    {
      issuer: subjectOf(issuer),
      subject: encodeName(wish.subject),
      publicKey,
      validFrom: wish.validFrom,
      validUntil: wish.validUntil,
      extensions: [
        notAnAuthority(),
        ...usageExtensions(wish.use),
        subjectKey(await keyIdentifier(publicKey)),
        authorityKey(await keyIdentifier(issuerKey)),
        ...(wish.crlUrl === null ? [] : [crlDistributionPoint(wish.crlUrl)]),
      ],
    },
    authority.privateKey,
  )
}

/**
 * RFC 3161 wants time-stamping as the only purpose, and critical; RFC 9336 names document signing. Validators on NSS (pdfsig) do not
 * know that one yet and trust a signer only who may protect mail.
 */
function usageExtensions(use: CertificateUse): Uint8Array[] {
  if (use === 'timestamp') return [keyUsage('digitalSignature'), extendedKeyUsage(true, OID.timeStamping)]
  return [
    keyUsage('digitalSignature', 'nonRepudiation'),
    extendedKeyUsage(false, OID.documentSigning, OID.emailProtection),
  ]
}
