import type { Holder } from './subjects.ts'

/** `holds`: checked and true. `warns`: true as far as it goes, but the reader should know. `fails`: do not rely on it. */
export type Level = 'holds' | 'warns' | 'fails'

/** What was changed that a signature did not allow; `object` is a number in the PDF, for whoever looks closer. */
export type ChangedPart =
  | 'catalogue'
  | 'page'
  | 'contents'
  | 'annotation'
  | 'field'
  | 'form'
  | 'structure'
  | 'metadata'
  | 'trailer'
  | 'removed'
  | 'filled-in'
  | 'other'

/** One fact about a signature. The page that shows it chooses the words; nothing here is meant for people to read. */
export type SignatureFinding =
  | { code: 'signature.intact'; level: 'holds' }
  | { code: 'signature.broken'; level: 'fails' }
  | { code: 'signature.malformed'; level: 'fails'; detail: string }
  | { code: 'signature.covers-revision'; level: 'holds'; end: number }
  | { code: 'signature.covers-too-little'; level: 'fails' }
  | { code: 'certificate.trusted'; level: 'holds'; root: string }
  | { code: 'certificate.unknown-root'; level: 'warns' }
  | { code: 'certificate.invalid'; level: 'fails'; reason: 'expired' | 'not-yet-valid' | 'wrong-purpose' | 'too-long' }
  | { code: 'root.demonstration'; level: 'warns'; root: string }
  | { code: 'revocation.not-revoked'; level: 'holds'; listedAt: Date }
  | { code: 'revocation.revoked-later'; level: 'holds'; at: Date }
  | { code: 'revocation.revoked'; level: 'fails'; at: Date }
  | { code: 'revocation.unknown'; level: 'warns' }
  | { code: 'time-stamp.holds'; level: 'holds'; at: Date; service: string }
  | { code: 'time-stamp.trial'; level: 'warns'; service: string }
  | { code: 'time-stamp.missing'; level: 'warns' }
  | { code: 'time-stamp.broken'; level: 'fails' }
  | { code: 'time-stamp.unknown-root'; level: 'warns'; service: string }
  | {
      code: 'time-stamp.invalid'
      level: 'fails'
      reason: 'expired' | 'not-yet-valid' | 'wrong-purpose' | 'too-long' | 'revoked'
    }
  | { code: 'time.differs'; level: 'warns'; claimed: Date; stamped: Date }
  | { code: 'evidence.unreadable'; level: 'warns' }

/** One fact about the document as a whole. */
export type DocumentFinding =
  | { code: 'document.unreadable'; level: 'fails'; detail: string }
  | { code: 'document.too-large'; level: 'fails' }
  | { code: 'document.unsigned'; level: 'fails' }
  | { code: 'document.active-content'; level: 'warns'; object: number }
  | { code: 'approved.unchanged'; level: 'holds'; length: number; sha256: string }
  | { code: 'approved.changed'; level: 'fails'; length: number; sha256: string }
  | { code: 'approved.unknown'; level: 'warns' }
  | { code: 'certification.holds'; level: 'holds'; permissions: number }
  | { code: 'certification.missing'; level: 'warns' }
  | { code: 'certification.too-late'; level: 'fails' }
  | { code: 'certification.allows-too-much'; level: 'fails'; permissions: number }
  | { code: 'changes.only-signatures'; level: 'holds'; revisions: number }
  | { code: 'changes.not-allowed'; level: 'fails'; part: ChangedPart; object: number; after: string }
  | { code: 'changes.unsigned'; level: 'warns' }
  | { code: 'trailing-bytes'; level: 'fails'; count: number }
  | { code: 'signatories.complete'; level: 'holds'; count: number }
  | { code: 'signatory.missing'; level: 'fails'; field: string }
  | { code: 'signatory.other'; level: 'fails'; field: string; expected: string; found: string }
  | { code: 'archive.holds'; level: 'holds'; until: Date }
  | { code: 'archive.missing'; level: 'warns' }

export type SignatureReport = {
  field: string
  /** The alliance's certification, a signatory's signature, or a time-stamp over the whole file. */
  kind: 'seal' | 'signature' | 'archive'
  level: Level
  holder: Holder | null
  certificate: { serial: string; sha256: string; validFrom: Date; validUntil: Date } | null
  /** What the signature dictionary says of itself. */
  claimed: { name: string | null; reason: string | null; location: string | null; at: Date | null }
  timeStamp: { at: Date; service: Holder; trial: boolean } | null
  root: { commonName: string; organisation: string | null; sha256: string; demonstration: boolean } | null
  /** The parsed JSON of the signed evidence. Written by the signer: show it as text, never as markup. */
  evidence: unknown
  findings: SignatureFinding[]
}

export type VerificationReport = {
  level: Level
  /** Of the whole file, in hexadecimal. */
  sha256: string
  length: number
  pages: number | null
  /** In the order in which they were made. */
  signatures: SignatureReport[]
  findings: DocumentFinding[]
}

/** As good as its worst. */
export function worst(levels: readonly Level[]): Level {
  if (levels.includes('fails')) return 'fails'
  return levels.includes('warns') ? 'warns' : 'holds'
}
