import { recordOwnAct } from '../../accounts/activity.ts'
import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId, newToken } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { ask } from '../search/asking.ts'
import type { Asked } from './forms.ts'
import type { SavedQuestion } from './tables.ts'

/** How many hits of a saved search are followed. */
export const FOLLOWED = 100
const MOST = 30

/** Keeps a question and mails who is new among its hits, once a week. Whom it finds today its owner has seen. */
export async function saveSearch(
  services: Services,
  scope: Scope,
  { asked, locale }: { asked: Asked; locale: Locale },
): Promise<{ id: string } | { refused: 'nothing-asked' | 'too-many-searches' }> {
  const personId = scope.person?.personId
  const { q, entries, filters } = asked
  if (!personId || (!q && Object.keys(entries).length === 0)) return { refused: 'nothing-asked' }
  const now = services.clock.now()
  const { db } = services.database
  const { hits } = await ask(db, scope, now, { text: q, filters, after: 0, limit: FOLLOWED })
  return transaction(db, async (tx) => {
    const kept = await tx.selectFrom('saved_search').select('id').where('person_id', '=', personId).execute()
    if (kept.length >= MOST) return { refused: 'too-many-searches' as const }
    const id = newId()
    await tx
      .insertInto('saved_search')
      .values({
        id,
        person_id: personId,
        locale,
        question: json({ q, entries }),
        stop_token: newToken(),
        saved_at: now,
        told_at: now,
        stopped_at: null,
      })
      .execute()
    if (hits.length)
      await tx
        .insertInto('saved_search_hit')
        .values(hits.map(({ organisationId }) => ({ search_id: id, organisation_id: organisationId })))
        .execute()
    await recordOwnAct(tx, personId, 'search.saved', now, { search: id })
    return { id }
  })
}

/** Takes one of the asker's own searches out of the list; null where there is none of that id. */
export async function removeSearch(services: Services, scope: Scope, id: string): Promise<{ removed: true } | null> {
  const personId = scope.person?.personId
  if (!personId) return null
  return transaction(services.database.db, async (tx) => {
    const removed = await tx
      .deleteFrom('saved_search')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    if (Number(removed.numDeletedRows) === 0) return null
    await recordOwnAct(tx, personId, 'search.removed', services.clock.now(), { search: id })
    return { removed: true as const }
  })
}

/** Ends the mails of one search, by the link that stands in them. */
export async function stopSearch(
  services: Services,
  token: string,
): Promise<{ token: string; question: SavedQuestion } | null> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const search = await tx
      .selectFrom('saved_search')
      .select(['id', 'person_id', 'question', 'stopped_at'])
      .where('stop_token', '=', token)
      .forUpdate()
      .executeTakeFirst()
    if (!search) return null
    if (!search.stopped_at) {
      await tx.updateTable('saved_search').set({ stopped_at: now }).where('id', '=', search.id).execute()
      await recordOwnAct(tx, search.person_id, 'search.stopped', now, { search: search.id })
    }
    return { token, question: search.question }
  })
}
