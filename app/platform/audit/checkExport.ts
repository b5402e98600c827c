import { z } from 'zod'
import type { Db, Tx } from '../db/tables.ts'
import type { Chain, Report } from './check.ts'
import { exportFormat } from './export.ts'
import type { Link, Opening } from './link.ts'
import { type CheckToken, judge, verifyChain } from './verify.ts'

export type Unreadable = { refused: 'unreadable'; line: number }

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const seq = z.int().min(1)
const subject = z.strictObject({ kind: z.string(), id: z.string() })

const firstLine = z.object({ format: z.literal(exportFormat), subject, personal: z.boolean() })

// Strict: a field that is not hashed must not pass for part of the record.
const rowLine = z.strictObject({
  record: z.strictObject({
    id: z.string(),
    subject,
    seq,
    at: z.iso.datetime({ precision: 3 }),
    verb: z.string(),
    actor: z.strictObject({
      organisation: z.string().nullable(),
      via: z.enum(['session', 'token', 'system', 'command-line']),
    }),
    facts: z.record(z.string(), z.json()),
    commitments: z.record(z.string(), hash),
    previous: hash,
  }),
  hash,
  personal: z
    .record(z.string(), z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), value: z.string() }))
    .optional(),
})

const lastLine = z.object({
  head: z.object({ seq, hash }).nullable(),
  anchors: z.array(
    z.object({
      seq,
      hash,
      at: z.iso.datetime().transform((text) => new Date(text)),
      service: z.string(),
      trial: z.boolean(),
      token: z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
    }),
  ),
})

/** Checks an export from its text alone, without a database. The rows are judged in the order of the file. */
export async function verifyExport(
  jsonl: string,
  options: { checkToken?: CheckToken } = {},
): Promise<Report | Unreadable> {
  const chain = readExport(jsonl)
  return 'refused' in chain ? chain : judge(chain, options.checkToken)
}

/**
 * Holds the database to an export: every row of the export must still stand there, at its place, with its hash.
 * The database may have gone on since; it may not have forgotten.
 */
export async function compareWithDatabase(
  db: Db | Tx,
  jsonl: string,
  options: { checkToken?: CheckToken } = {},
): Promise<{ export: Report; database: Report; agree: boolean } | Unreadable> {
  const chain = readExport(jsonl)
  if ('refused' in chain) return chain
  const known = [...chain.anchors, ...chain.links.map((link) => ({ seq: link.record.seq, hash: link.hash }))]
  const file = await judge(chain, options.checkToken)
  const database = await verifyChain(db, chain.subject, { ...options, anchors: known })
  return { export: file, database, agree: file.sound && database.sound }
}

function readExport(jsonl: string): Chain | Unreadable {
  const lines = jsonl
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const parsed = lines.map(parseJson)
  const first = firstLine.safeParse(parsed[0])
  const last = lastLine.safeParse(parsed.at(-1))
  const rows = parsed.slice(1, -1).map((line) => rowLine.safeParse(line))
  if (!first.success) return { refused: 'unreadable', line: 1 }
  const bad = rows.findIndex((row) => !row.success)
  if (bad >= 0) return { refused: 'unreadable', line: bad + 2 }
  if (!last.success || lines.length < 2) return { refused: 'unreadable', line: lines.length }
  const read = rows.flatMap((row) => (row.success ? [row.data] : []))
  // Values that are there are checked, whatever the first line says.
  const carriesValues = first.data.personal || read.some(({ personal }) => personal)
  return {
    subject: first.data.subject,
    links: read.map(({ record, hash }): Link => ({ record, hash })),
    openings: carriesValues
      ? new Map(read.map(({ record, personal = {} }) => [record.id, openingsIn(personal)]))
      : undefined,
    anchors: last.data.anchors,
    known: [],
    head: last.data.head,
  }
}

const openingsIn = (personal: Record<string, { salt: string; value: string }>) =>
  new Map(
    Object.entries(personal).map(([name, { salt, value }]): [string, Opening] => [
      name,
      { salt: new Uint8Array(Buffer.from(salt, 'hex')), value },
    ]),
  )

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
