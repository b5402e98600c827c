import './tables.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { readNomenclature } from './reading.ts'

const AT_ONCE = 1000

export type Loaded = { terms: number; before: number }

/** Puts the terms of a workbook in the place of those that were loaded before, in one transaction. */
export async function loadNomenclature(
  { database, clock }: Services,
  bytes: Uint8Array,
): Promise<Loaded | { refused: 'no-nomenclature' }> {
  const terms = await readNomenclature(bytes)
  if (!terms) return { refused: 'no-nomenclature' }
  const now = clock.now()
  return transaction(database.db, async (tx) => {
    const gone = await tx.deleteFrom('emdn_term').executeTakeFirst()
    for (let at = 0; at < terms.length; at += AT_ONCE)
      await tx
        .insertInto('emdn_term')
        .values(terms.slice(at, at + AT_ONCE).map((term) => ({ ...term, loaded_at: now })))
        .execute()
    const loaded = { terms: terms.length, before: Number(gone.numDeletedRows) }
    await recordActivity(tx, {
      subject: { kind: 'nomenclature', id: newId() },
      verb: 'nomenclature.loaded',
      actor: { person: null, via: 'command-line' },
      facts: loaded,
      at: now,
    })
    return loaded
  })
}
