import { systemScope } from '../accounts/scope.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { actorOf, subjectOf } from './activity.ts'
import { assembleRelease, type Release } from './assembling.ts'

/**
 * Takes the release for this transaction alone, reads the clock only then, and writes down a lifting that has come about meanwhile.
 * Every verb that changes a release begins here: an edit that arrives after the instant meets a lifted release, and corrects it.
 */
export async function lockRelease(tx: Tx, services: Services, id: string): Promise<{ release: Release; now: Date }> {
  await tx.selectFrom('release').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  const now = services.clock.now()
  const release = await assembleRelease(tx, id, now)
  if (!release) throw new Error(`Release ${id} vanished while it was locked.`)
  await noteLifting(tx, services, release, now)
  return { release, now }
}

/** Writes the one row of a lifting, records it and sets off what follows. Nothing where it is not lifted, or noted already. */
export async function noteLifting(tx: Tx, services: Services, release: Release, now: Date): Promise<boolean> {
  if (!release.lifting) return false
  const { revision, at } = release.lifting
  const noted = await tx
    .insertInto('release_lifting')
    .values({ release_id: release.id, revision, lifted_at: at, noted_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('release_id')
    .execute()
  if (noted.length === 0) return false
  await recordActivity(tx, {
    subject: subjectOf(release.id),
    verb: 'release.lifted',
    actor: actorOf(systemScope('system')),
    facts: { revision, contentSha256: release.newest.sha256, liftedAt: at.toISOString() },
    at: now,
  })
  await services.jobs.enqueue(tx, 'press.distribute', { releaseId: release.id }, { key: release.id })
  return true
}

/**
 * Looks at every release that is not lifted and notes those whose moment has come. Readers do not wait for it: it writes down what the
 * fetch decides by itself, so that mails follow. Run each minute; may be called at any time, as often as one likes.
 */
export async function liftDue(services: Services): Promise<{ lifted: string[] }> {
  const now = services.clock.now()
  const candidates = await services.database.db
    .selectFrom('release')
    .innerJoin('release_embargo as embargo', 'embargo.release_id', 'release.id')
    .select('release.id')
    .where('embargo.replaced_at', 'is', null)
    .where((where) => where.or([where('embargo.lifts_at', 'is', null), where('embargo.lifts_at', '<=', now)]))
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('release_lifting').select('release_id').whereRef('release_id', '=', 'release.id'),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('release_withdrawal').select('release_id').whereRef('release_id', '=', 'release.id'),
        ),
      ),
    )
    .orderBy('release.id')
    .execute()
  const lifted: string[] = []
  for (const { id } of candidates) {
    const isNoted = await transaction(services.database.db, async (tx) => {
      await tx.selectFrom('release').select('id').where('id', '=', id).forUpdate().execute()
      const at = services.clock.now()
      const release = await assembleRelease(tx, id, at)
      return release ? noteLifting(tx, services, release, at) : false
    })
    if (isNoted) lifted.push(id)
  }
  return { lifted }
}
