import * as asn1js from 'asn1js'
import { exactBuffer } from './bytes.ts'
import { oid } from './der.ts'

/** Object identifiers by their standards' names. Our own grow from UUIDs (ITU-T X.667), which nobody needs to register. */
export const OID = {
  sha256: '2.16.840.1.101.3.4.2.1',
  ecPublicKey: '1.2.840.10045.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
  commonName: '2.5.4.3',
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  organisationalUnit: '2.5.4.11',
  title: '2.5.4.12',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  crlReason: '2.5.29.21',
  crlDistributionPoints: '2.5.29.31',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  documentSigning: '1.3.6.1.5.5.7.3.36',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  /** Signed attribute: the evidence of consent, an OCTET STRING of UTF-8 JSON. UUID 1f6b1a41-e2af-4b99-b8f1-77ef1e1b61a5. */
  evidence: `2.25.${BigInt('0x1f6b1a41e2af4b99b8f177ef1e1b61a5')}`,
  /** Policy of the built-in, not accredited time-stamp service. UUID 4b942b95-93b8-4177-8a0d-907cec5c41a6. */
  trialTimeStamp: `2.25.${BigInt('0x4b942b9593b841778a0d907cec5c41a6')}`,
} as const

/** How the reading library writes an identifier: it shows arcs beyond 64 bits in a notation of its own. */
export const asRead = (dotted: string): string =>
  (asn1js.fromBER(exactBuffer(oid(dotted))).result as asn1js.ObjectIdentifier).valueBlock.toString()
