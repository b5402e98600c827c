import type { Db, Tx } from '../db/tables.ts'
import type { Anchor } from './check.ts'
import { readChain } from './chain.ts'
import type { Opening, Subject } from './link.ts'

/** What an export calls itself in its first line. */
export const exportFormat = 'musubi-activity/1'

/**
 * A chain as JSON Lines: what it is about, every row with its hash, and last the head with the time-stamps of the chain
 * (tokens in base64). Whoever keeps it can check it without us, and can later hold the database to it.
 * @param options.personal adds names and addresses with their salts. What has left cannot be erased any more: leave them
 * out unless the reader needs them.
 */
export async function exportActivity(
  db: Db | Tx,
  subject: Subject,
  options: { personal?: boolean } = {},
): Promise<string> {
  const chain = await readChain(db, subject)
  const lines: object[] = [{ format: exportFormat, subject, personal: options.personal ?? false }]
  for (const { record, hash } of chain.links) {
    const personal = options.personal ? { personal: openingsIn(chain.openings.get(record.id)) } : {}
    lines.push({ record, hash, ...personal })
  }
  lines.push({ head: chain.head, anchors: chain.anchors.map(anchorIn) })
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

const openingsIn = (openings: Map<string, Opening> = new Map()) =>
  Object.fromEntries(
    [...openings].map(([name, { salt, value }]) => [name, { salt: Buffer.from(salt).toString('hex'), value }]),
  )

const anchorIn = ({ token, at, ...anchor }: Anchor) => ({
  ...anchor,
  at: at.toISOString(),
  token: Buffer.from(token).toString('base64'),
})
