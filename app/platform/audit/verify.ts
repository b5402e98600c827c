import type { Db, Tx } from '../db/tables.ts'
import { type Anchor, type Chain, checkChain, type KnownHead, type Report } from './check.ts'
import { readChain } from './chain.ts'
import type { Subject } from './link.ts'

/** Whether an RFC 3161 token is genuine and speaks of these 32 bytes. `app/signatures` knows how; this room does not. */
export type CheckToken = (anchor: Anchor) => Promise<boolean>

/** Without `checkToken` the anchors in the database are believed; whoever can write there could have changed them too. */
export type VerifyOptions = {
  /** Heads known from outside: from a signed PDF, from an export. */
  anchors?: KnownHead[]
  checkToken?: CheckToken
}

/** Checks one chain in the database. Nothing recorded gives a sound report of 0 rows: whether that is right, the caller knows. */
export async function verifyChain(db: Db | Tx, subject: Subject, options: VerifyOptions = {}): Promise<Report> {
  const chain = await readChain(db, subject)
  return judge({ ...chain, known: options.anchors ?? [] }, options.checkToken)
}

/** Checks a chain after asking about each of its time-stamps. */
export async function judge(chain: Chain, checkToken?: CheckToken): Promise<Report> {
  const unproven = new Set<Anchor>()
  if (checkToken) for (const anchor of chain.anchors) if (!(await checkToken(anchor))) unproven.add(anchor)
  return checkChain(chain, unproven)
}

export type Audit = { chains: number; rows: number; unsound: Report[]; unanchored: number }

/**
 * Checks every chain that the database knows of, by its rows, its heads or its anchors, one after the other.
 * @param seen is told each report as it comes.
 */
export async function auditAll(
  db: Db,
  options: { checkToken?: CheckToken; seen?: (report: Report) => void } = {},
): Promise<Audit> {
  const audit: Audit = { chains: 0, rows: 0, unsound: [], unanchored: 0 }
  for (const subject of await subjectsOf(db)) {
    const report = await verifyChain(db, subject, options.checkToken ? { checkToken: options.checkToken } : {})
    audit.chains += 1
    audit.rows += report.rows
    if (!report.sound) audit.unsound.push(report)
    if (report.anchoredTo?.seq !== report.head?.seq) audit.unanchored += 1
    options.seen?.(report)
  }
  return audit
}

async function subjectsOf(db: Db): Promise<Subject[]> {
  const rows = await db
    .selectFrom('activity')
    .select(['subject_kind', 'subject_id'])
    .union(db.selectFrom('activity_head').select(['subject_kind', 'subject_id']))
    .union(db.selectFrom('activity_anchor').select(['subject_kind', 'subject_id']))
    .orderBy('subject_kind')
    .orderBy('subject_id')
    .execute()
  return rows.map((row) => ({ kind: row.subject_kind, id: row.subject_id }))
}
