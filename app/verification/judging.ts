import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { type Level, type VerificationReport, worst } from '../signatures/verify/findings.ts'

export type Reason = keyof Catalogue['verification']['reasons']

export type Judgement = { level: Level; reasons: Reason[] }

/** What is known beside the file itself. `null`: the file belongs to no agreement of this installation. */
export type Beside = { revision: 'newest' | 'earlier' | 'none'; isRecordWhole: boolean } | null

/** Why a file does not hold, by the codes found in it; the first that applies is said first. */
const failures: [Reason, RegExp][] = [
  ['unreadable', /^document\.(unreadable|too-large)$/],
  ['unsigned', /^document\.unsigned$/],
  [
    'altered',
    /^(signature\.(broken|malformed|covers-too-little)|approved\.changed|changes\.not-allowed|trailing-bytes|certification\.(too-late|allows-too-much))$/,
  ],
  ['missing', /^(signatory\.(missing|other)|certificate\.invalid|revocation\.revoked|time-stamp\.(broken|invalid))$/],
]

const reservations: [Reason, RegExp][] = [
  ['trial', /^(root\.demonstration|time-stamp\.trial)$/],
  ['unknownRoot', /^(certificate|time-stamp)\.unknown-root$/],
]

/** One word on everything together: as good as the worst of file and record. */
export function judge(file: VerificationReport, beside: Beside): Judgement {
  const besideLevel = beside && levelBeside(beside)
  const level = worst(besideLevel ? [file.level, besideLevel] : [file.level])
  const found = [...file.findings, ...file.signatures.flatMap((signature) => signature.findings)]
  const codes = found.filter((finding) => finding.level === level).map(({ code }) => code)
  const fromFile = (level === 'fails' ? failures : reservations)
    .filter(([, pattern]) => codes.some((code) => pattern.test(code)))
    .map(([reason]) => reason)
  if (level === 'fails' && beside && !beside.isRecordWhole) fromFile.push('record')
  if (level === 'warns' && beside?.revision === 'earlier') fromFile.push('olderRevision')
  return { level, reasons: level === 'holds' ? [] : fromFile }
}

function levelBeside({ revision, isRecordWhole }: NonNullable<Beside>): Level {
  if (!isRecordWhole) return 'fails'
  return revision === 'newest' ? 'holds' : 'warns'
}
