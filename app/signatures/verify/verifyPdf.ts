import type { Certificate } from 'pkijs'
import { readCertificate } from '../certificate.ts'
import { sha256, toHex } from '../bytes.ts'
import { inflate } from '../pdf/inflate.ts'
import { PdfStream } from '../pdf/objects.ts'
import { type Pdf, openPdf } from '../pdf/open.ts'
import { pagesOf } from '../pdf/pages.ts'
import { fitName } from '../names.ts'
import { type ApprovedPrefix, judgeApproved } from './approved.ts'
import { activeContent } from './differences.ts'
import { type DocumentFinding, type SignatureReport, type VerificationReport, worst } from './findings.ts'
import { emptyReport, finish, judgeArchive, judgeSignature } from './judgeSignature.ts'
import { judgeRevisions } from './judgeRevisions.ts'
import { readRevocationLists } from './revocation.ts'
import { type Malformed, type Presented, presentedSignatures } from './signatureFields.ts'

export type ExpectedSignatory = { field: string; commonName?: string; organisation?: string }

export type Question = {
  /** DER of the roots that the reader trusts. */
  roots: readonly Uint8Array[]
  /** What the record says was agreed and who was to sign. */
  expected?: { approvedSha256?: string; approvedLength?: number; signatories?: readonly ExpectedSignatory[] }
  /** Revocation lists as DER that the reader has beside the file's own. */
  revocationLists?: readonly Uint8Array[]
  now: Date
}

const MAX_LENGTH = 64 * 1024 * 1024
/** Objects, and bytes to hash, times signatures: beyond that a file is built to keep us busy. */
const MAX_OBJECTS = 4_000_000
const MAX_HASHED = 1024 * 1024 * 1024

/**
 * Says what is true of a signed PDF: of each signature who, when, and under which root; of the document whether it still is what
 * was approved and whether anything but signatures came after. Takes any bytes and always answers; runs in a browser as well.
 */
export async function verifyPdf(bytes: Uint8Array, question: Question): Promise<VerificationReport> {
  const report: VerificationReport = {
    level: 'fails',
    sha256: toHex(await sha256(bytes)),
    length: bytes.length,
    pages: null,
    signatures: [],
    findings: [],
  }
  if (bytes.length > MAX_LENGTH) return settle(report, [{ code: 'document.too-large', level: 'fails' }])
  try {
    return settle(report, await examine(bytes, question, report))
  } catch (error) {
    // Whatever the bytes did to the reader: a file that cannot be read by the book cannot be vouched for.
    const detail = error instanceof Error ? error.message : 'unknown'
    return settle(report, [{ code: 'document.unreadable', level: 'fails', detail }])
  }
}

function settle(report: VerificationReport, findings: DocumentFinding[]): VerificationReport {
  report.findings = findings
  report.level = worst([...findings, ...report.signatures].map(({ level }) => level))
  return report
}

async function examine(bytes: Uint8Array, question: Question, report: VerificationReport): Promise<DocumentFinding[]> {
  const pdf = await openPdf(bytes)
  const presented = presentedSignatures(pdf)
  if (isTooMuch(pdf, presented.length)) return [{ code: 'document.too-large', level: 'fails' }]
  report.pages = pagesOf(pdf).length
  if (!presented.length) return [{ code: 'document.unsigned', level: 'fails' }]
  report.signatures = await judgeAll(bytes, pdf, presented, question)
  const whole = presented.filter((item): item is Presented => !('malformed' in item))
  const approved = judgeApproved(report.signatures, question.expected)
  const active = activeContent(pdf)
  return [
    ...(await approvedFindings(bytes, approved)),
    ...(await judgeRevisions(bytes, pdf, whole, approved.prefix)),
    ...(active === null ? [] : [{ code: 'document.active-content', level: 'warns', object: active } as const]),
    ...signatoryFindings(report.signatures, question.expected?.signatories),
    archiveFinding(report.signatures),
  ]
}

function isTooMuch(pdf: Pdf, signatures: number): boolean {
  const objects = pdf.sections.reduce((sum, { entries }) => sum + entries.size, 0)
  return objects * (signatures + 1) > MAX_OBJECTS || pdf.bytes.length * signatures > MAX_HASHED
}

/** From the outermost inwards: each good archive time-stamp proves when everything beneath it existed. */
async function judgeAll(
  bytes: Uint8Array,
  pdf: Pdf,
  presented: (Presented | Malformed)[],
  question: Question,
): Promise<SignatureReport[]> {
  const roots = question.roots.flatMap(certificateOrNothing)
  const pool = (await storedStreams(pdf, 'Certs')).flatMap(certificateOrNothing)
  const lists = readRevocationLists([...(question.revocationLists ?? []), ...(await storedStreams(pdf, 'CRLs'))])
  const reports: SignatureReport[] = []
  let provenAt = question.now
  for (const item of presented.toReversed()) {
    if ('malformed' in item) {
      reports.unshift(
        finish(emptyReport(item.field, 'signature', null), [
          { code: 'signature.malformed', level: 'fails', detail: item.malformed },
        ]),
      )
      continue
    }
    const trust = { roots, pool, lists, provenAt }
    const judged =
      item.kind === 'archive' ? await judgeArchive(bytes, item, trust) : await judgeSignature(bytes, item, trust)
    if (item.kind === 'archive' && judged.root && judged.level !== 'fails' && judged.timeStamp)
      provenAt = judged.timeStamp.at
    reports.unshift(judged)
  }
  return reports
}

function certificateOrNothing(der: Uint8Array): Certificate[] {
  try {
    return [readCertificate(der)]
  } catch {
    // An unreadable certificate can neither vouch nor be vouched for.
    return []
  }
}

const MAX_STORED = 128
const MAX_STORED_LENGTH = 1024 * 1024
const MAX_STORED_TOTAL = 8 * 1024 * 1024

async function storedStreams(pdf: Pdf, key: 'Certs' | 'CRLs'): Promise<Uint8Array[]> {
  const items = pdf.array(pdf.dictionary(pdf.catalogue.get('DSS'))?.get(key)).slice(0, MAX_STORED)
  const streams = items.map((item) => pdf.resolve(item)).filter((item): item is PdfStream => item instanceof PdfStream)
  const found: Uint8Array[] = []
  let total = 0
  for (const stream of streams) {
    const bytes = await inflate(stream, MAX_STORED_LENGTH)
    total += bytes.length
    if (total > MAX_STORED_TOTAL) break
    found.push(bytes)
  }
  return found
}

async function approvedFindings(bytes: Uint8Array, { prefix, expected }: ApprovedPrefix): Promise<DocumentFinding[]> {
  // A digest is expected, but nothing says how much of the file it is of: then the file is not the one that was sealed.
  const length = expected.length ?? prefix?.length ?? (expected.sha256 === undefined ? undefined : bytes.length)
  if (length === undefined) return [{ code: 'approved.unknown', level: 'warns' }]
  const found = toHex(await sha256(bytes.subarray(0, length)))
  const wanted = [expected.sha256, prefix?.sha256].filter((text) => text !== undefined)
  const unchanged = bytes.length >= length && wanted.length > 0 && wanted.every((text) => text.toLowerCase() === found)
  const facts = { length, sha256: found }
  return [
    unchanged
      ? { code: 'approved.unchanged', level: 'holds', ...facts }
      : { code: 'approved.changed', level: 'fails', ...facts },
  ]
}

function signatoryFindings(
  signatures: readonly SignatureReport[],
  expected: readonly ExpectedSignatory[] | undefined,
): DocumentFinding[] {
  if (!expected) return []
  const findings = expected.flatMap((wanted): DocumentFinding[] => {
    // A name under a root that nobody trusts is only a claim.
    const found = signatures.find(
      ({ field, kind, level, root }) => field === wanted.field && kind === 'signature' && level !== 'fails' && root,
    )
    if (!found) return [{ code: 'signatory.missing', level: 'fails', field: wanted.field }]
    return [
      ...mismatch(wanted.field, wanted.commonName, found.holder?.commonName),
      ...mismatch(wanted.field, wanted.organisation, found.holder?.organisation),
    ]
  })
  return findings.length ? findings : [{ code: 'signatories.complete', level: 'holds', count: expected.length }]
}

function mismatch(field: string, expected: string | undefined, found: string | null | undefined): DocumentFinding[] {
  if (expected === undefined || fitName(expected) === found) return []
  return [{ code: 'signatory.other', level: 'fails', field, expected, found: found ?? '' }]
}

function archiveFinding(signatures: readonly SignatureReport[]): DocumentFinding {
  const last = signatures.at(-1)
  if (last?.kind !== 'archive' || last.level === 'fails' || !last.certificate)
    return { code: 'archive.missing', level: 'warns' }
  return { code: 'archive.holds', level: 'holds', until: last.certificate.validUntil }
}
