import type { Certificate } from 'pkijs'
import { concat, equal, sha256, toHex } from '../bytes.ts'
import { readText } from '../pdf/objects.ts'
import { type Chain, findChain, serialText } from './chain.ts'
import { type SignatureFinding, type SignatureReport, worst } from './findings.ts'
import { type RevocationList, revocationOf } from './revocation.ts'
import { type ReadSignature, digestOf, readSignature } from './signedData.ts'
import { type Presented, isPadding } from './signatureFields.ts'
import { holderOf, isDemonstration } from './subjects.ts'
import { type TimeStamp, readTimeStamp, stamps } from './timeStamp.ts'

/** What a signature is judged by. */
export type Trust = {
  roots: readonly Certificate[]
  /** Certificates that may fill gaps in a chain; trusted for nothing. */
  pool: readonly Certificate[]
  lists: readonly RevocationList[]
  /** The instant at which the signature is known to have existed: a later archive time-stamp's, else now. */
  provenAt: Date
}

const HOUR = 60 * 60 * 1000
/** The signatory's clock and the time-stamp may differ by so much without a word. */
const TOLERANCE = 24 * HOUR

/** Judges a seal or a signatory's signature. */
export async function judgeSignature(bytes: Uint8Array, presented: Presented, trust: Trust): Promise<SignatureReport> {
  const report = emptyReport(presented.field, presented.kind, presented)
  const signature = await readSignature(presented.contents)
  if (!signature) return finish(report, [{ code: 'signature.malformed', level: 'fails', detail: 'no signature in it' }])
  report.holder = holderOf(signature.certificate)
  report.certificate = await certificateFacts(signature.certificate)
  const findings: SignatureFinding[] = [await integrity(bytes, presented, signature), coverage(presented)]
  const stamp = signature.timeStamp && (await readTimeStamp(signature.timeStamp, { ...trust, at: trust.provenAt }))
  const stamped = stamp && (await stamps(stamp, signature.value)) ? stamp : null
  findings.push(...(signature.timeStamp && !stamped ? [{ code: 'time-stamp.broken', level: 'fails' } as const] : []))
  findings.push(...(await judgeStamp(stamped, trust)), ...timeFindings(report, stamped))
  if (stamped) report.timeStamp = { at: stamped.at, service: stamped.service, trial: stamped.trial }
  const signedAt = stamped && believable(stamped) ? stamped.at : trust.provenAt
  const pool = [...signature.certificates, ...trust.pool]
  const chain = await findChain(signature.certificate, { pool, roots: trust.roots, at: signedAt, purpose: 'signing' })
  findings.push(...(await identity(report, chain)), await revocation(chain, trust, signedAt))
  findings.push(...readEvidence(report, signature))
  return finish(report, findings)
}

/** Judges a time-stamp over the whole file. */
export async function judgeArchive(bytes: Uint8Array, presented: Presented, trust: Trust): Promise<SignatureReport> {
  const report = emptyReport(presented.field, 'archive', presented)
  const stamp = await readTimeStamp(presented.contents, { ...trust, at: trust.provenAt })
  if (!stamp) return finish(report, [{ code: 'signature.malformed', level: 'fails', detail: 'no time-stamp in it' }])
  report.holder = stamp.service
  report.certificate = await certificateFacts(stamp.certificate)
  report.timeStamp = { at: stamp.at, service: stamp.service, trial: stamp.trial }
  const holds = isPadding(presented.contents, stamp.length) && (await stamps(stamp, covered(bytes, presented)))
  const findings: SignatureFinding[] = [
    holds ? { code: 'signature.intact', level: 'holds' } : { code: 'signature.broken', level: 'fails' },
  ]
  if (!('failed' in stamp.chain)) report.root = await rootFacts(stamp.chain.root)
  findings.push(coverage(presented), ...(await judgeStamp(stamp, trust)))
  return finish(report, findings)
}

/**
 * Without a believable time the certificate must be good at the instant from which its existence is known. A service whose root the
 * reader lacks is believed, with a warning of its own; one that was expired or not meant for stamping is not.
 */
const believable = ({ chain }: TimeStamp): boolean => !('failed' in chain) || chain.failed === 'unknown-root'

const covered = (bytes: Uint8Array, { gap, end }: Presented): Uint8Array =>
  concat([bytes.subarray(0, gap.start), bytes.subarray(gap.end, end)])

async function integrity(bytes: Uint8Array, presented: Presented, signature: ReadSignature): Promise<SignatureFinding> {
  const digest = await digestOf(signature.digestAlgorithm, covered(bytes, presented))
  const holds =
    signature.holds &&
    signature.namesCertificate &&
    signature.content === null &&
    equal(digest, signature.messageDigest) &&
    isPadding(presented.contents, signature.length)
  return holds ? { code: 'signature.intact', level: 'holds' } : { code: 'signature.broken', level: 'fails' }
}

const coverage = ({ end }: Presented): SignatureFinding => ({ code: 'signature.covers-revision', level: 'holds', end })

async function judgeStamp(stamp: TimeStamp | null, trust: Trust): Promise<SignatureFinding[]> {
  if (!stamp) return [{ code: 'time-stamp.missing', level: 'warns' }]
  const service = stamp.service.commonName
  const trial: SignatureFinding[] = stamp.trial ? [{ code: 'time-stamp.trial', level: 'warns', service }] : []
  if ('failed' in stamp.chain) {
    const { failed } = stamp.chain
    return [
      ...trial,
      failed === 'unknown-root'
        ? { code: 'time-stamp.unknown-root', level: 'warns', service }
        : { code: 'time-stamp.invalid', level: 'fails', reason: failed },
    ]
  }
  if (stamp.at < stamp.certificate.notBefore.value)
    return [...trial, { code: 'time-stamp.invalid', level: 'fails', reason: 'not-yet-valid' }]
  const revoked = await revocationOf(stamp.certificate, stamp.chain.path[1], trust.lists, stamp.at)
  if (revoked.state === 'revoked' && revoked.at <= stamp.at)
    return [...trial, { code: 'time-stamp.invalid', level: 'fails', reason: 'revoked' }]
  return [...trial, { code: 'time-stamp.holds', level: 'holds', at: stamp.at, service }]
}

function timeFindings(report: SignatureReport, stamp: TimeStamp | null): SignatureFinding[] {
  const claimed = report.claimed.at
  if (!claimed || !stamp || Math.abs(claimed.getTime() - stamp.at.getTime()) <= TOLERANCE) return []
  return [{ code: 'time.differs', level: 'warns', claimed, stamped: stamp.at }]
}

async function identity(report: SignatureReport, chain: Chain): Promise<SignatureFinding[]> {
  if ('failed' in chain) {
    const { failed } = chain
    return [
      failed === 'unknown-root'
        ? { code: 'certificate.unknown-root', level: 'warns' }
        : { code: 'certificate.invalid', level: 'fails', reason: failed },
    ]
  }
  report.root = await rootFacts(chain.root)
  const root = report.root.commonName
  const demonstration: SignatureFinding[] = report.root.demonstration
    ? [{ code: 'root.demonstration', level: 'warns', root }]
    : []
  return [{ code: 'certificate.trusted', level: 'holds', root }, ...demonstration]
}

/** A revocation counts from its own instant: what was signed before it stays signed. */
async function revocation(chain: Chain, trust: Trust, signedAt: Date): Promise<SignatureFinding> {
  if ('failed' in chain) return { code: 'revocation.unknown', level: 'warns' }
  const found = await revocationOf(chain.path[0]!, chain.path[1], trust.lists, signedAt)
  if (found.state === 'unknown') return { code: 'revocation.unknown', level: 'warns' }
  if (found.state === 'not-revoked') return { code: 'revocation.not-revoked', level: 'holds', listedAt: found.listedAt }
  const { at } = found
  return at <= signedAt
    ? { code: 'revocation.revoked', level: 'fails', at }
    : { code: 'revocation.revoked-later', level: 'holds', at }
}

const MAX_EVIDENCE = 1024 * 1024

function readEvidence(report: SignatureReport, { evidence }: ReadSignature): SignatureFinding[] {
  if (!evidence) return []
  try {
    if (evidence.length > MAX_EVIDENCE) throw new RangeError('more evidence than we read')
    report.evidence = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(evidence))
    return []
  } catch {
    return [{ code: 'evidence.unreadable', level: 'warns' }]
  }
}

export function emptyReport(
  field: string,
  kind: SignatureReport['kind'],
  presented: Presented | null,
): SignatureReport {
  const about = presented?.dictionary
  return {
    field,
    kind,
    level: 'fails',
    holder: null,
    certificate: null,
    claimed: {
      name: readText(about?.get('Name')),
      reason: readText(about?.get('Reason')),
      location: readText(about?.get('Location')),
      at: readPdfDate(readText(about?.get('M'))),
    },
    timeStamp: null,
    root: null,
    evidence: null,
    findings: [],
  }
}

export function finish(report: SignatureReport, findings: SignatureFinding[]): SignatureReport {
  report.findings = findings
  report.level = worst(findings.map(({ level }) => level))
  return report
}

async function certificateFacts(certificate: Certificate): Promise<NonNullable<SignatureReport['certificate']>> {
  return {
    serial: serialText(certificate),
    sha256: await fingerprint(certificate),
    validFrom: certificate.notBefore.value,
    validUntil: certificate.notAfter.value,
  }
}

async function rootFacts(root: Certificate): Promise<NonNullable<SignatureReport['root']>> {
  const { commonName, organisation } = holderOf(root)
  return { commonName, organisation, sha256: await fingerprint(root), demonstration: isDemonstration(root) }
}

const fingerprint = async (certificate: Certificate): Promise<string> =>
  toHex(await sha256(new Uint8Array(certificate.toSchema().toBER())))

/** `D:YYYYMMDDHHmmSS` with an offset or Z (ISO 32000-2, 7.9.4); null when it is written otherwise. */
export function readPdfDate(text: string | null): Date | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)/.exec(text ?? '')
  if (!parts) return null
  const [, year, month, day, hour, minute, second, sign, hours, minutes] = parts
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  return new Date(sign === '-' ? utc + offset : utc - offset)
}
