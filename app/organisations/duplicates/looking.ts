import './tables.ts'
import { setImmediate as turn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { findingDuplicates, type Found } from './detection/finding.ts'
import { entriesToCompare } from './entries.ts'

const AT_ONCE = 500
const DAY = 24 * 3_600_000

/** Compares every member with every other that has something in common with it, and lays what may be one organisation before people. */
export async function lookForDuplicates(services: Services): Promise<{ compared: number; proposed: number }> {
  const { database, clock } = services
  const entries = await entriesToCompare(database.db)
  const work = findingDuplicates(entries)
  let step = work.next()
  while (!step.done) {
    // Whoever waits for a page meanwhile gets it.
    await turn()
    step = work.next()
  }
  const found = step.value
  return transaction(database.db, async (tx) => {
    await withdraw(tx, found)
    for (let at = 0; at < found.length; at += AT_ONCE) await propose(tx, found.slice(at, at + AT_ONCE), clock.now())
    await tx
      .insertInto('duplicate_look')
      .values({ id: newId(), looked_at: clock.now(), compared: entries.length, proposed: found.length })
      .execute()
    return { compared: entries.length, proposed: found.length }
  })
}

const propose = (tx: Tx, found: Found[], now: Date) =>
  tx
    .insertInto('duplicate_proposal')
    .values(
      found.map(({ one, other, score, reasons }) => ({
        id: newId(),
        one_id: one,
        other_id: other,
        score: Math.round(score * 100),
        reasons: json(reasons),
        found_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['one_id', 'other_id'])
        .doUpdateSet((set) => ({ score: set.ref('excluded.score'), reasons: set.ref('excluded.reasons') }))
        // What somebody has decided stays as they saw it.
        .where('duplicate_proposal.id', 'not in', (query) =>
          query.selectFrom('duplicate_decision').select('proposal_id'),
        ),
    )
    .execute()

/** What no longer looks alike, since somebody has corrected it, is not asked any longer. */
async function withdraw(tx: Tx, found: Found[]): Promise<void> {
  const keys = found.map(({ one, other }) => `${one} ${other}`)
  await tx
    .deleteFrom('duplicate_proposal')
    .where('id', 'not in', (query) => query.selectFrom('duplicate_decision').select('proposal_id'))
    .where('id', 'not in', (query) => query.selectFrom('organisation_merge').select('proposal_id'))
    .where(sql<boolean>`not (one_id || ' ' || other_id = any (${keys}))`)
    .execute()
}

/** Looks where a list was applied since the last look, and once a day besides. */
export async function lookWhereDue(services: Services): Promise<void> {
  const { db } = services.database
  const last = await db
    .selectFrom('duplicate_look')
    .select('looked_at as at')
    .orderBy('looked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const applied = await db
    .selectFrom('import_act')
    .select('done_at as at')
    .orderBy('done_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const isDue = !last || (applied && applied.at >= last.at) || last.at.getTime() + DAY <= services.clock.now().getTime()
  if (isDue) await lookForDuplicates(services)
}
